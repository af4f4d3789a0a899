package dev.ectype.examples.directory.web.api;

import dev.ectype.changeset.jsonschema.JsonSchema;
import dev.ectype.changeset.jsonschema.OpenApiSchemas;
import dev.ectype.examples.directory.people.Address;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.PersonChangeset;
import dev.ectype.examples.directory.people.Status;
import dev.ectype.examples.directory.web.http.Problems;
import dev.ectype.examples.directory.web.listing.ListRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the OpenAPI 3.1 document: its schemas are those of the changesets that read the requests. */
final class OpenApi {
    private static final Person SOMEBODY = new Person(
            null, "", "", null, null, null, new Address(null, "GR"), List.of(), Status.ACTIVE, Instant.EPOCH);
    private static final Map<String, Object> ID_SCHEMA = Map.of("type", "string", "format", "uuid", "readOnly", true);

    private final OpenApiSchemas schemas = new OpenApiSchemas();
    private final Map<String, Object> person;
    private final Map<String, Object> newPerson;
    private final Map<String, Object> patch;
    private final Map<String, Object> page;

    private OpenApi() {
        newPerson = schemas.add("NewPerson", withId(JsonSchema.closed(PersonChangeset::of)));
        patch = schemas.add("PersonPatch", withId(JsonSchema.closed(params -> PersonChangeset.of(SOMEBODY, params))));
        person = schemas.add("Person", complete(withId(JsonSchema.closed(PersonChangeset::of))));
        page = schemas.add("PeoplePage", page());
        schemas.add("Problem", problem());
    }

    static Map<String, Object> document() {
        OpenApi api = new OpenApi();
        return object(
                "openapi", "3.1.0",
                "info", object("title", "People directory", "version", "1"),
                "paths", object(PeopleApi.ALL, api.all(), PeopleApi.ONE, api.one()),
                "components", object("schemas", api.schemas.toMap(), "responses", responses()));
    }

    private Map<String, Object> all() {
        Map<String, Object> list = operation("listPeople", "Lists people", answers(200, "The page", page));
        list.put("parameters", listParameters());
        Map<String, Object> create = operation("createPerson", "Adds somebody", answers(201, "The person", person));
        create.put("requestBody", body(PeopleApi.JSON, newPerson));
        return object("get", list, "post", create);
    }

    private Map<String, Object> one() {
        Map<String, Object> read = operation("readPerson", "Reads somebody", answers(200, "The person", person));
        Map<String, Object> replace =
                operation("replacePerson", "Replaces all of it", answers(200, "The person", person));
        replace.put("requestBody", body(PeopleApi.JSON, newPerson));
        Map<String, Object> change =
                operation("patchPerson", "Changes what is said", answers(200, "The person", person));
        change.put("requestBody", body(PeopleApi.PATCH, patch));
        Map<String, Object> delete =
                operation("deletePerson", "Removes somebody", withProblems(object("204", described("Gone"))));
        Map<String, Object> key = object(
                "name", "id", "in", "path", "required", true, "schema", Map.of("type", "string", "format", "uuid"));
        return object("parameters", List.of(key), "get", read, "put", replace, "patch", change, "delete", delete);
    }

    private static Map<String, Object> operation(String id, String summary, Map<String, Object> answers) {
        return object("operationId", id, "summary", summary, "responses", answers);
    }

    private static Map<String, Object> answers(int status, String what, Map<String, Object> schema) {
        Map<String, Object> answer = described(what);
        answer.put("content", content(PeopleApi.JSON, schema));
        return withProblems(object(Integer.toString(status), answer));
    }

    private static Map<String, Object> withProblems(Map<String, Object> answers) {
        answers.put("422", Map.of("$ref", "#/components/responses/Invalid"));
        answers.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return answers;
    }

    private static Map<String, Object> responses() {
        Map<String, Object> schema = Map.of("$ref", "#/components/schemas/Problem");
        Map<String, Object> invalid = described("Understood, and not valid");
        invalid.put("content", content(List.of(Problems.TYPE), schema));
        Map<String, Object> problem = described("Not understood, or not there");
        problem.put("content", content(List.of(Problems.TYPE), schema));
        return object("Invalid", invalid, "Problem", problem);
    }

    private static Map<String, Object> described(String text) {
        return object("description", text);
    }

    private static Map<String, Object> body(List<String> types, Map<String, Object> schema) {
        return object("required", true, "content", content(types, schema));
    }

    private static Map<String, Object> content(List<String> types, Map<String, Object> schema) {
        Map<String, Object> content = new LinkedHashMap<>();
        types.forEach(type -> content.put(type, Map.of("schema", schema)));
        return content;
    }

    private static List<Object> listParameters() {
        Map<?, ?> properties = properties(JsonSchema.of(ListRequests::changeset));
        List<Object> parameters = new ArrayList<>();
        properties.forEach((name, schema) -> parameters.add(object("name", name, "in", "query", "schema", schema)));
        return parameters;
    }

    private Map<String, Object> page() {
        return object(
                "type",
                "object",
                "properties",
                object(
                        "people", Map.of("type", "array", "items", person),
                        "next", Map.of("type", List.of("string", "null")),
                        "previous", Map.of("type", List.of("string", "null"))),
                "required",
                List.of("people", "next", "previous"));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> error = object(
                "type", "object",
                "properties", object("detail", text, "pointer", text, "code", text),
                "required", List.of("detail", "pointer", "code"));
        return object(
                "type",
                "object",
                "properties",
                object(
                        "type", text,
                        "title", text,
                        "status", Map.of("type", "integer"),
                        "detail", text,
                        "errors", Map.of("type", "array", "items", error)),
                "required",
                List.of("type", "title", "status"));
    }

    /** The key is the store's to give; who sends it back with a request is not refused for it. */
    private static Map<String, Object> withId(Map<String, Object> schema) {
        Map<String, Object> properties = object("id", ID_SCHEMA);
        properties(schema).forEach((name, each) -> properties.put(name.toString(), each));
        Map<String, Object> copy = new LinkedHashMap<>(schema);
        copy.put("properties", properties);
        return copy;
    }

    /** What is read has every property. */
    private static Map<String, Object> complete(Map<String, Object> schema) {
        Map<String, Object> copy = new LinkedHashMap<>(schema);
        copy.put("required", List.copyOf(properties(schema).keySet()));
        return copy;
    }

    private static Map<?, ?> properties(Map<String, Object> schema) {
        return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    private static Map<String, Object> object(Object... entries) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            object.put(entries[i].toString(), entries[i + 1]);
        }
        return object;
    }
}
