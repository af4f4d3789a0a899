package dev.ectype.query.eval;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.FieldPath.Step;
import java.util.Arrays;
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
        return step instanceof Slot slot ? new SlotReader(slot) : root -> follow(root, step);
    }

    private static Expression all(Step[] steps) {
        Expression[] readers = Arrays.stream(steps).map(Steps::one).toArray(Expression[]::new);
        return root -> {
            Object value = root;
            for (int i = 0; i < readers.length && value != null; i++) {
                value = readers[i].of(value);
            }
            return value;
        };
    }

    private static @Nullable Object follow(@Nullable Object value, Step step) {
        if (step instanceof Position position) {
            return value instanceof List<?> list ? elementOf(list, position.index()) : null;
        }
        return value instanceof Map<?, ?> map ? map.get(((FieldPath.Key) step).key()) : null;
    }

    private static @Nullable Object elementOf(List<?> list, int index) {
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }
}
