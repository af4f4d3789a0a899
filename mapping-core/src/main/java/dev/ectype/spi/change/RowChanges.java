package dev.ectype.spi.change;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a row, done to copies of what they touch: what assignments mean, for stores that compute the new row
 * themselves. Immutable.
 */
public final class RowChanges {
    private final List<Assignment> assignments;

    /**
     * Checks the operands.
     *
     * @throws MappingException if one is not of the kind of its field
     */
    public RowChanges(List<Assignment> assignments) {
        this.assignments = assignments.stream().map(RowChanges::checked).toList();
    }

    private static Assignment checked(Assignment assignment) {
        if (assignment.value() instanceof ElementUpdate update) {
            FieldPath list = assignment.path();
            return new Assignment(
                    list, assignment.operation(), new ElementChanges(update, elementKind(list.storage())));
        }
        StorageCheck.check(
                assignment.value(), operandKind(assignment), assignment.path().toString());
        return assignment;
    }

    private static Storage operandKind(Assignment assignment) {
        Storage storage = assignment.path().storage();
        return switch (assignment.operation()) {
            case PUSH, PULL, ADD_TO_SET -> elementKind(storage);
            default -> storage;
        };
    }

    private static Storage elementKind(Storage storage) {
        if (storage instanceof Storage.ListOf list) {
            return list.element();
        }
        return storage instanceof Storage.SetOf set ? set.element() : Storage.Scalar.ANY;
    }

    /** Returns the changed row. */
    public Row apply(Row row) {
        Row changed = row;
        for (Assignment assignment : assignments) {
            changed = apply(changed, new Step(assignment, 0));
        }
        return changed;
    }

    /** Returns the changed element of a list, for assignments whose paths start at it. */
    @Nullable Object applyToElement(Object element, Storage kind) {
        Object changed = element;
        for (Assignment assignment : assignments) {
            changed = assignment.path().steps().isEmpty()
                    ? Operations.apply(assignment, changed)
                    : within(changed, kind, new Step(assignment, 0));
        }
        return changed;
    }

    /** An assignment on its way down, at one of the steps of its path. */
    private record Step(Assignment assignment, int index) {
        FieldPath.Step step() {
            return assignment.path().steps().get(index);
        }

        boolean isLast() {
            return index == assignment.path().steps().size() - 1;
        }

        Step next() {
            return new Step(assignment, index + 1);
        }

        /** Tells whether it would leave nothing where nothing was. */
        boolean leavesNothing() {
            return assignment.value() == null || assignment.operation() == Assignment.Operation.PULL;
        }

        MappingException leadsNowhere() {
            return RowChanges.leadsNowhere(assignment.path());
        }
    }

    static MappingException leadsNowhere(FieldPath path) {
        return new MappingException(
                MappingException.Kind.DATA,
                "an update leads into a value that is not there or of another kind: set the outer value as a whole",
                Map.of("path", path.toString()));
    }

    private static Row apply(Row row, Step at) {
        FieldPath.Slot step = (FieldPath.Slot) at.step();
        int slot = row.layout().indexOfSource(step.source());
        if (slot < 0) {
            throw at.leadsNowhere();
        }
        return row.with(slot, inside(row.get(slot), row.layout().slot(slot).storage(), at));
    }

    private static @Nullable Object inside(@Nullable Object value, Storage storage, Step at) {
        if (at.isLast()) {
            return Operations.apply(at.assignment, value);
        }
        return value == null && at.leavesNothing() ? null : within(value, storage, at.next());
    }

    private static Object within(@Nullable Object value, Storage storage, Step at) {
        if (at.step() instanceof FieldPath.Slot) {
            return apply(value instanceof Row row ? row : empty(value, storage, at), at);
        }
        if (at.step() instanceof FieldPath.Position position) {
            return withPosition(value, elementOf(storage), at, position.index());
        }
        return withKey(value, storage instanceof Storage.MapOf of ? of.value() : Storage.Scalar.ANY, at);
    }

    private static Row empty(@Nullable Object value, Storage storage, Step at) {
        if (value != null || !(storage instanceof Storage.Embedded embedded)) {
            throw at.leadsNowhere();
        }
        Layout layout = embedded.layout().get();
        return Row.over(layout, new @Nullable Object[layout.size()]);
    }

    private static Storage elementOf(Storage storage) {
        return storage instanceof Storage.ListOf of ? of.element() : Storage.Scalar.ANY;
    }

    private static Object withPosition(@Nullable Object value, Storage element, Step at, int position) {
        if (!(value instanceof List<?> list) || position >= list.size()) {
            throw at.leadsNowhere();
        }
        @Nullable Object[] copy = list.toArray();
        copy[position] = inside(copy[position], element, at);
        return Arrays.asList(copy);
    }

    private static Object withKey(@Nullable Object value, Storage element, Step at) {
        if (value != null && !(value instanceof Map)) {
            throw at.leadsNowhere();
        }
        String key = ((FieldPath.Key) at.step()).key();
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        if (value != null) {
            copy.putAll((Map<?, ?>) value);
        }
        Object changed = inside(copy.get(key), element, at);
        if (changed == null) {
            copy.remove(key);
        } else {
            copy.put(key, changed);
        }
        return copy;
    }
}
