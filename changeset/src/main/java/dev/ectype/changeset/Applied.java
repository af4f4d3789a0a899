package dev.ectype.changeset;

import dev.ectype.changeset.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What applying a changeset is made of. */
final class Applied {

    private Applied() {}

    /** Returns the values of all fields, which the caller must not change: they may be the changes themselves. */
    static <R> @Nullable Object[] values(State<R> state) {
        Plan<R> plan = state.plan();
        @Nullable Object[] changes = state.changes();
        if (!plan.hasRelations && areValues(changes)) {
            return changes;
        }
        @Nullable Object[] values = new Object[changes.length];
        for (int ordinal = 0; ordinal < values.length; ordinal++) {
            Object slot = changes[ordinal];
            Relation<R, ?, ?> relation = plan.relation(ordinal);
            if (slot == null) {
                values[ordinal] = kept(state, ordinal);
            } else if (relation == null) {
                values[ordinal] = State.value(slot);
            } else {
                related(state, relation, values);
            }
        }
        return values;
    }

    /** Tells whether every field would be changed, and none to null. */
    private static boolean areValues(@Nullable Object[] changes) {
        for (Object slot : changes) {
            if (slot == null || slot == State.NULL) {
                return false;
            }
        }
        return true;
    }

    /** Puts the related records; what an owner keeps of them, such as a key, is declared before them. */
    private static <R, E, V> void related(State<R> state, Relation<R, E, V> relation, @Nullable Object[] values) {
        V value = Children.value(state, relation);
        values[relation.ordinal()] = value;
        if (state.plan().hasAssociations && relation instanceof Association<R, E, V> association) {
            association.keep(relation.records(value), values);
        }
    }

    private static <R> @Nullable Object kept(State<R> state, int ordinal) {
        Plan<R> plan = state.plan();
        return plan.sparse && !plan.hasData(state.data(), ordinal) ? Binding.ABSENT : plan.data(state.data(), ordinal);
    }

    static <R> Changeset<R> missing(Changeset<R> changeset, MissingPrimitiveException missing) {
        Field<R, ?> field = changeset.state().plan().field(missing.ordinal());
        return changeset.addError(Errors.of(field, Violation.of("required", "can't be blank", null)));
    }

    static <R> Extras<R> preparing(Extras<R> extras, UnaryOperator<Changeset<R>> step) {
        Extras.ForStore<R> store = extras.store();
        return extras.withStore(new Extras.ForStore<>(
                store.constraints(),
                Extras.joined(store.prepares(), List.of(step)),
                store.filters(),
                store.forcesUpdate()));
    }

    static List<FieldError> prepended(FieldError error, List<FieldError> errors) {
        if (errors.isEmpty()) {
            return List.of(error);
        }
        List<FieldError> all = new ArrayList<>(errors.size() + 1);
        all.add(error);
        all.addAll(errors);
        return List.copyOf(all);
    }
}
