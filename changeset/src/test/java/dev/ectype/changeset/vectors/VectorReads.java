package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Found;
import dev.ectype.changeset.Relation;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The steps of a case that read. What is read is kept as it is; how it is compared is not known here. */
final class VectorReads {
    private static final Set<String> READS = Set.of(
            "get_field",
            "get_change",
            "fetch_field",
            "fetch_change",
            "changed",
            "field_missing",
            "apply_changes",
            "apply_action",
            "get_embed",
            "validations");

    /** Where a value was found. */
    record Fetched(String where, Object value) {}

    /** What an applied action gave. */
    record Applied(Result<Map<String, Object>> result, String action) {}

    /** The validations there were. */
    record Validations(List<Validation> list) {}

    private final VectorShapes shapes;
    private final Changeset<Map<String, Object>> changeset;

    VectorReads(VectorShapes shapes, Changeset<Map<String, Object>> changeset) {
        this.shapes = shapes;
        this.changeset = changeset;
    }

    static boolean isRead(VectorOp op) {
        return READS.contains(op.name());
    }

    Object read(VectorOp op) {
        return switch (op.name()) {
            case "get_field" -> getField(op);
            case "get_change" -> getChange(op);
            case "fetch_field" -> fetchField(op);
            case "fetch_change" -> fetchChange(op);
            case "changed" -> isChanged(op);
            case "field_missing" -> changeset.isMissing(shapes.field(op.field()));
            case "apply_changes" -> changeset.applyChanges();
            case "apply_action" -> applyAction((String) op.get("action"));
            case "get_embed" -> getEmbed(op);
            default -> new Validations(changeset.validations());
        };
    }

    private Object getField(VectorOp op) {
        Object otherwise = VectorValues.read(op.get("default"));
        return shapes.has(op.field()) ? changeset.get(shapes.field(op.field()), otherwise) : otherwise;
    }

    private Object getChange(VectorOp op) {
        boolean changed = shapes.has(op.field()) && changeset.hasChange(shapes.field(op.field()));
        return changed ? change(op.field()) : VectorValues.read(op.get("default"));
    }

    private Object change(String name) {
        Field<Map<String, Object>, Object> field = shapes.field(name);
        if (!(field instanceof Relation<?, ?, ?>)) {
            return changeset.change(field);
        }
        Relation<Map<String, Object>, Map<String, Object>, ?> relation = shapes.relation(name);
        return relation.isMany()
                ? changeset.children(relation)
                : changeset.child(relation).orElse(null);
    }

    private Object fetchField(VectorOp op) {
        Found<Object> found = shapes.has(op.field()) ? changeset.fetch(shapes.field(op.field())) : null;
        return found == null || !found.isPresent()
                ? "error"
                : new Fetched(found.source().name().toLowerCase(Locale.ROOT), found.value());
    }

    private Object fetchChange(VectorOp op) {
        boolean changed = shapes.has(op.field()) && changeset.hasChange(shapes.field(op.field()));
        return changed ? new Fetched("ok", change(op.field())) : "error";
    }

    private boolean isChanged(VectorOp op) {
        Field<Map<String, Object>, Object> field = shapes.field(op.field());
        return changeset.isChanged(field)
                && (!op.has("from") || changeset.isChangedFrom(field, shapes.value(op.field(), op.get("from"))))
                && (!op.has("to") || changeset.isChangedTo(field, shapes.value(op.field(), op.get("to"))));
    }

    private Object applyAction(String action) {
        boolean known = Set.of("insert", "update", "delete").contains(action);
        return new Applied(
                changeset.applyAction(known ? Action.valueOf(action.toUpperCase(Locale.ROOT)) : Action.VALIDATE),
                action);
    }

    private Object getEmbed(VectorOp op) {
        if ("struct".equals(op.get("as"))) {
            return changeset.get(shapes.field(op.field()));
        }
        Relation<Map<String, Object>, Map<String, Object>, ?> relation = shapes.relation(op.field());
        List<Changeset<Map<String, Object>>> all = new ArrayList<>(changeset.related(relation));
        if (relation.isMany()) {
            return changeset.fetch(relation).value() == null ? null : all;
        }
        return all.isEmpty() ? null : all.get(0);
    }
}
