package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Related;
import dev.ectype.changeset.RelationOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of a case that cast and put embeds. */
final class VectorEmbeds {
    private VectorEmbeds() {}

    static Changeset<Map<String, Object>> cast(
            Changeset<Map<String, Object>> changeset, VectorShapes shapes, VectorOp op) {
        return changeset.castRelation(shapes.relation(op.field()), options -> options(options, shapes, op));
    }

    private static RelationOptions<Map<String, Object>> options(
            RelationOptions<Map<String, Object>> usual, VectorShapes shapes, VectorOp op) {
        RelationOptions<Map<String, Object>> options = op.is("required") ? usual.required() : usual;
        if (op.has("required_message")) {
            options = options.requiredMessage(op.message("required_message"));
        }
        if (op.has("invalid_message")) {
            options = options.invalidMessage(op.message("invalid_message"));
        }
        if (op.has("sort_param")) {
            options = options.sortParam((String) op.get("sort_param"));
        }
        if (op.has("drop_param")) {
            options = options.dropParam((String) op.get("drop_param"));
        }
        if (op.has("force_update_on_change")) {
            options = options.forceUpdateOnChange(op.is("force_update_on_change"));
        }
        return op.has("with") ? with(options, shapes.embedded(op.field()), VectorOp.list(op.get("with"))) : options;
    }

    private static RelationOptions<Map<String, Object>> with(
            RelationOptions<Map<String, Object>> options, VectorShapes child, List<VectorOp> ops) {
        boolean indexed = ops.stream().anyMatch(op -> op.name().equals("put_position"));
        return indexed
                ? options.withIndexed(VectorSteps.indexed(child, ops))
                : options.with(VectorSteps.child(child, ops));
    }

    /** Returns what a case puts into an embed: structs, maps of changes, lists of them, or what is no such thing. */
    static Object given(VectorShapes shapes, String field, Object json) {
        VectorShapes child = shapes.embedded(field);
        if (child == null) {
            return json;
        }
        if (json instanceof List<?> list) {
            List<Object> given = new ArrayList<>();
            list.forEach(each -> given.add(one(child, each)));
            return given;
        }
        return one(child, json);
    }

    private static Object one(VectorShapes child, Object json) {
        Object value = json instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("$struct")
                ? new VectorValues.Struct((Map<?, ?>) map.get("$struct"))
                : json;
        if (value instanceof VectorValues.Struct struct) {
            return Related.record(child.record(struct.fields()));
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((name, each) -> {
            String field = (String) name;
            values.put(field, child.isEmbed(field) ? given(child, field, each) : child.value(field, each));
        });
        return Related.values(values);
    }
}
