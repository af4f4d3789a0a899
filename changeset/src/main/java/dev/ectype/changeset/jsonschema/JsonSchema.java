package dev.ectype.changeset.jsonschema;

import dev.ectype.changeset.Changeset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes JSON Schemas (draft 2020-12) of the JSON that a changeset accepts: the permitted fields and cast relations with the
 * rules that hold of them. The schema is a plain map, which any JSON library writes.
 *
 * <p>It describes clients that speak JSON's own kinds of value: a number is a number, although its text is cast as well, and
 * an empty text, which a cast takes for nothing, is a text. A rule that cannot be said exactly is left out or said more
 * loosely: of such documents, those that the schema refuses the changeset refuses too. Only a text that ends in a line break may
 * be refused by a pattern with {@code $}, before which Java lets it end; and of a type of the program's own that changes texts
 * as it casts, rules say what is made of them.
 */
public final class JsonSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private JsonSchema() {}

    /** Returns the schema of what a changeset function accepts; it is called once, with no params. */
    public static Map<String, Object> of(Function<Map<String, ?>, ? extends Changeset<?>> changeset) {
        return of(changeset.apply(Map.of()));
    }

    /** Returns the schema of what was cast and validated into a changeset. */
    public static Map<String, Object> of(Changeset<?> changeset) {
        return write(changeset, false);
    }

    /** Returns the schema of what a changeset function accepts and reports nothing unknown in, as {@code strict()} does. */
    public static Map<String, Object> closed(Function<Map<String, ?>, ? extends Changeset<?>> changeset) {
        return write(changeset.apply(Map.of()), true);
    }

    private static Map<String, Object> write(Changeset<?> changeset, boolean closed) {
        SchemaWriter writer = new SchemaWriter(closed);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", changeset.shape().name());
        schema.putAll(writer.record(changeset));
        if (!writer.definitions().isEmpty()) {
            schema.put("$defs", writer.definitions());
        }
        return schema;
    }
}
