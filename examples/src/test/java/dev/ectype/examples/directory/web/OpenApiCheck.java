package dev.ectype.examples.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.ectype.examples.directory.web.http.Json;
import io.openapiparser.OpenApiParser;
import io.openapiparser.OpenApiResult;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.DocumentStore;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Holds a document to the schema of OpenAPI 3.1, and answers to the document; both by validators of others. */
final class OpenApiCheck {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());

    private final Map<String, Object> document;
    private final Map<String, Schema> schemas = new HashMap<>();

    OpenApiCheck(Map<String, Object> document) {
        this.document = document;
    }

    void requireValid() {
        DocumentLoader loader =
                new DocumentLoader(new UriReader(), json -> Json.object(json.getBytes(StandardCharsets.UTF_8)));
        OpenApiResult result =
                new OpenApiParser(new DocumentStore(), loader).parse(URI.create("http://localhost/api"), document);
        SchemaStore store = new SchemaStore(loader);
        store.registerDraft202012();
        boolean valid = result.validate(new Validator(), store);
        assertThat(result.getValidationErrors()).isEmpty();
        assertThat(valid).isTrue();
        assertThat(result.getVersion()).hasToString("V31");
    }

    /** Fails unless the document has the operation, and the answer's status, type and body under it. */
    void requireDescribed(String method, String path, Answer answer) {
        Map<?, ?> operation = operation(method, path.replaceFirst("\\?.*", ""));
        Map<?, ?> responses = at(operation, "responses");
        Object known = responses.get(Integer.toString(answer.status()));
        Map<?, ?> response = resolved((Map<?, ?>) (known == null ? responses.get("default") : known));
        if (answer.response().body().length == 0) {
            assertThat(response.get("content"))
                    .as("the content of " + answer.status())
                    .isNull();
            return;
        }
        Map<?, ?> content = at(response, "content");
        assertThat(content.keySet()).as("media types").anyMatch(answer.type()::equals);
        Map<?, ?> schema = at(at(content, answer.type()), "schema");
        assertThat(schema(schema).validate(answer.text(), InputFormat.JSON))
                .as(answer.text())
                .isEmpty();
    }

    /** Tells whether the document's schema of an operation's request has nothing against a body. */
    boolean accepts(String method, String path, String type, String body) {
        Map<?, ?> content = at(at(operation(method, path), "requestBody"), "content");
        return schema(at(at(content, type), "schema"))
                .validate(body, InputFormat.JSON)
                .isEmpty();
    }

    private Schema schema(Map<?, ?> schema) {
        Map<String, Object> whole = new LinkedHashMap<>();
        schema.forEach((key, value) -> whole.put(key.toString(), value));
        whole.put("components", document.get("components"));
        return schemas.computeIfAbsent(schema.toString(), key -> SCHEMAS.getSchema(text(whole), InputFormat.JSON));
    }

    private static String text(Map<String, Object> json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }

    private Map<?, ?> operation(String method, String path) {
        Map<?, ?> paths = at(document, "paths");
        for (Map.Entry<?, ?> entry : paths.entrySet()) {
            String pattern = Pattern.quote(entry.getKey().toString()).replace("{id}", "\\E[^/]+\\Q");
            if (path.matches(pattern)) {
                return at((Map<?, ?>) entry.getValue(), method.toLowerCase(Locale.ROOT));
            }
        }
        throw new AssertionError("the document has no path for " + path);
    }

    private Map<?, ?> resolved(Map<?, ?> part) {
        Map<?, ?> found = part;
        if (part.get("$ref") instanceof String reference) {
            found = document;
            for (String step : reference.substring(2).split("/", -1)) {
                found = at(found, step);
            }
        }
        return found;
    }

    private static Map<?, ?> at(Map<?, ?> map, String key) {
        assertThat(map.get(key)).as(key).isInstanceOf(Map.class);
        return (Map<?, ?>) map.get(key);
    }
}
