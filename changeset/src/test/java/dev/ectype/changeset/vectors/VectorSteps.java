package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.CastOptions;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.EmptyValues;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.params.Params;
import dev.ectype.changeset.rule.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Takes the steps of a case that cast, edit and merge. */
final class VectorSteps {
    private final VectorShapes shapes;
    private final List<Object> reads;
    private final Object params;
    private final Map<String, Object> data;

    VectorSteps(VectorShapes shapes, Object params, Map<String, Object> data, List<Object> reads) {
        this.shapes = shapes;
        this.params = params;
        this.data = data;
        this.reads = reads;
    }

    static ChildChangeset<Map<String, Object>> child(VectorShapes shapes, List<VectorOp> ops) {
        return (child, params) -> child(shapes, ops, child, params, -1);
    }

    static ChildChangeset.Indexed<Map<String, Object>> indexed(VectorShapes shapes, List<VectorOp> ops) {
        return (child, params, index) -> child(shapes, ops, child, params, index);
    }

    private static Changeset<Map<String, Object>> child(
            VectorShapes shapes,
            List<VectorOp> ops,
            Changeset<Map<String, Object>> start,
            Map<String, ?> params,
            int index) {
        VectorSteps steps = new VectorSteps(shapes, params, null, new ArrayList<>());
        Changeset<Map<String, Object>> changeset = start;
        for (VectorOp op : ops) {
            changeset = switch (op.name()) {
                case "put_position" -> changeset.put(shapes.field(op.field()), java.math.BigInteger.valueOf(index));
                case "set_action_if" -> steps.setActionIf(changeset, op);
                default -> steps.step(changeset, op);
            };
        }
        return changeset;
    }

    private Changeset<Map<String, Object>> setActionIf(Changeset<Map<String, Object>> changeset, VectorOp op) {
        Field<Map<String, Object>, Object> field = shapes.field(op.field());
        Object wanted = shapes.value(op.field(), op.get("value"));
        return Objects.equals(changeset.change(field), wanted)
                ? changeset.withAction(Action.valueOf(((String) op.get("action")).toUpperCase(Locale.ROOT)))
                : changeset;
    }

    Changeset<Map<String, Object>> start() {
        return shapes.shape().change(data);
    }

    Changeset<Map<String, Object>> first(VectorOp op) {
        if (op.name().equals("cast")) {
            return shapes.shape().cast(data, given(op), options(op), permitted(op));
        }
        return step(start(), op);
    }

    Changeset<Map<String, Object>> step(Changeset<Map<String, Object>> changeset, VectorOp op) {
        if (VectorReads.isRead(op)) {
            reads.add(new VectorReads(shapes, changeset).read(op));
            return changeset;
        }
        return switch (op.name()) {
            case "cast" -> changeset.cast(given(op), options(op), permitted(op));
            case "change" -> changeset.change(changes(op));
            case "put_change" -> put(changeset, op);
            case "force_change" -> changeset.force(shapes.field(op.field()), shapes.value(op.field(), op.get("value")));
            case "delete_change" -> shapes.has(op.field()) ? changeset.delete(shapes.field(op.field())) : changeset;
            case "update_change" -> VectorFunctions.update(changeset, shapes, op);
            case "add_error" ->
                changeset.addError(op.field(), VectorOp.withMeta(Message.of((String) op.get("message")), (List<?>)
                        op.get("meta")));
            case "put_embed" ->
                changeset.putRelated(
                        shapes.relation(op.field()), VectorEmbeds.given(shapes, op.field(), op.get("value")));
            case "cast_embed" -> VectorEmbeds.cast(changeset, shapes, op);
            case "merge" -> changeset.merge(second(op));
            default -> new VectorValidations(shapes, changeset).validate(op);
        };
    }

    private Changeset<Map<String, Object>> second(VectorOp op) {
        Object own = op.has("params") ? op.get("params") : params;
        VectorSteps steps = new VectorSteps(shapes, own, data, new ArrayList<>());
        List<VectorOp> ops = VectorOp.list(op.get("ops"));
        Changeset<Map<String, Object>> changeset = steps.start();
        for (int i = 0; i < ops.size(); i++) {
            changeset = i == 0 ? steps.first(ops.get(i)) : steps.step(changeset, ops.get(i));
        }
        return changeset;
    }

    private Changeset<Map<String, Object>> put(Changeset<Map<String, Object>> changeset, VectorOp op) {
        String name = op.field();
        return shapes.isEmbed(name)
                ? changeset.putRelated(shapes.relation(name), VectorEmbeds.given(shapes, name, op.get("value")))
                : changeset.put(shapes.field(name), shapes.value(name, op.get("value")));
    }

    private Map<String, Object> changes(VectorOp op) {
        Map<String, Object> changes = new TreeMap<>();
        ((Map<?, ?>) op.get("changes")).forEach((name, value) -> {
            String field = (String) name;
            changes.put(
                    field,
                    shapes.isEmbed(field) ? VectorEmbeds.given(shapes, field, value) : shapes.value(field, value));
        });
        return changes;
    }

    @SuppressWarnings("unchecked") // params of a case have text keys
    private Map<String, ?> given(VectorOp op) {
        Object given = op.has("params") ? op.get("params") : params;
        if ("$invalid".equals(given)) {
            return Params.invalid();
        }
        if (given instanceof Map<?, ?> map) {
            return (Map<String, ?>) map;
        }
        throw new IllegalArgumentException("the compiler refuses params that are no map");
    }

    @SuppressWarnings("unchecked") // an array of a generic type can be made no other way
    private Field<Map<String, Object>, ?>[] permitted(VectorOp op) {
        boolean invalid = "$invalid".equals(op.has("params") ? op.get("params") : params);
        return op.names("fields").stream()
                .filter(name -> !invalid || shapes.has(name))
                .map(shapes::field)
                .toArray(Field[]::new);
    }

    private static CastOptions options(VectorOp op) {
        CastOptions options = CastOptions.DEFAULT;
        if (op.has("empty_values")) {
            options = options.emptyValues(
                    EmptyValues.of(((List<?>) VectorValues.read(op.get("empty_values"))).toArray()));
        }
        if (op.has("trim")) {
            options = options.trim(EmptyValues.Trim.valueOf(((String) op.get("trim")).toUpperCase(Locale.ROOT)));
        }
        if (op.has("message")) {
            Map<?, ?> texts = (Map<?, ?>) op.get("message");
            options = options.message((field, arguments) -> (String) texts.get(field.name()));
        }
        return op.is("force_changes") ? options.force() : options;
    }
}
