package dev.ectype.query.eval;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a path from a row to a value. What is not there, or not of the kind that a step needs, is null. */
final class Steps {
    private Steps() {}

    static Expression along(FieldPath path) {
        List<Step> steps = path.steps();
        return switch (steps.size()) {
            case 0 -> root -> root;
            case 1 -> one(steps.get(0));
            default -> all(steps.toArray(new Step[0]));
        };
    }

    private static Expression one(Step step) {
        if (!(step instanceof Slot slot)) {
            return root -> follow(root, step);
        }
        int index = slot.index();
        String source = slot.source();
        return root -> root instanceof Row row ? slotOf(row, index, source) : null;
    }

    private static Expression all(Step[] steps) {
        return root -> {
            Object value = root;
            for (int i = 0; i < steps.length && value != null; i++) {
                value = follow(value, steps[i]);
            }
            return value;
        };
    }

    private static @Nullable Object follow(@Nullable Object value, Step step) {
        if (step instanceof Slot slot) {
            return value instanceof Row row ? slotOf(row, slot.index(), slot.source()) : null;
        }
        if (step instanceof Position position) {
            return value instanceof List<?> list ? elementOf(list, position.index()) : null;
        }
        return value instanceof Map<?, ?> map ? map.get(((FieldPath.Key) step).key()) : null;
    }

    /** Rows of sibling layouts have the same source in different slots, so the index alone would not do. */
    private static @Nullable Object slotOf(Row row, int index, String source) {
        Layout layout = row.layout();
        if (index < layout.size() && layout.slot(index).source().equals(source)) {
            return row.get(index);
        }
        int found = layout.indexOfSource(source);
        return found < 0 ? null : row.get(found);
    }

    private static @Nullable Object elementOf(List<?> list, int index) {
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }
}
