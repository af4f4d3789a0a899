package dev.ectype.changeset;

import dev.ectype.changeset.rule.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which fields have a value. */
final class Presence {

    private Presence() {}

    static <R> Changeset<R> require(Changeset<R> changeset, @Nullable Message message, Field<?, ?>[] fields) {
        State<R> state = changeset.state();
        List<FieldError> found = null;
        for (Field<?, ?> field : fields) {
            if (isMissing(changeset, field) && !hasError(changeset, field)) {
                found = found == null ? new ArrayList<>() : found;
                found.add(Errors.required(field, message));
                state = state.with(field.ordinal(), null);
            }
        }
        if (found == null) {
            return changeset.logged(fields, null);
        }
        found.addAll(changeset.errors());
        return changeset.logged(fields, null).with(state.withValid(false), List.copyOf(found));
    }

    static boolean isMissing(Changeset<?> changeset, Field<?, ?> field) {
        State<?> state = changeset.state();
        int ordinal = state.plan().ordinal(field);
        if (state.plan().isRelation(ordinal) && field instanceof Relation<?, ?, ?> relation) {
            return relation.isMany() ? state.current(ordinal) == null : isMissing(state, relation);
        }
        Object value = state.current(ordinal);
        return value == null || state.extras().emptyValues().contains(value);
    }

    @SuppressWarnings("unchecked") // the relation is one of the changeset's own shape
    private static <R> boolean isMissing(State<R> state, Relation<?, ?, ?> relation) {
        return Children.isMissing(state, (Relation<R, ?, ?>) relation);
    }

    static boolean hasError(Changeset<?> changeset, Field<?, ?> field) {
        String name = Errors.param(field);
        for (FieldError error : changeset.errors()) {
            if (error.path().field().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
