package dev.ectype.changeset;

import dev.ectype.changeset.internal.Same;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What editing a changeset is made of. */
final class Edits {

    private Edits() {}

    static <R> State<R> put(State<R> state, int ordinal, @Nullable Object value) {
        Object before = state.plan().data(state.data(), ordinal);
        boolean same = Same.values(state.plan().type(ordinal), before, value);
        return state.with(ordinal, same ? null : State.slot(value));
    }

    @SuppressWarnings("unchecked") // who puts by name vouches for the value
    static <R, V> Changeset<R> putUntyped(Changeset<R> changeset, Field<R, V> field, @Nullable Object value) {
        return changeset.put(field, (V) value);
    }

    /** Puts a relation's value: its records, taken as they are. */
    @SuppressWarnings("unchecked") // the field is the relation
    static <R, E, V> Changeset<R> putRelation(Changeset<R> changeset, Field<R, ?> field, @Nullable Object value) {
        Relation<R, E, V> relation = (Relation<R, E, V>) field;
        if (!isRecords(relation, value)) {
            return putRelated(changeset, relation, value);
        }
        List<E> records = relation.records((V) value);
        if (!relation.isMany()) {
            return putRelated(changeset, relation, records.isEmpty() ? null : Related.record(records.get(0)));
        }
        List<Related<E>> given = new ArrayList<>();
        records.forEach(each -> given.add(Related.record(each)));
        return putRelated(changeset, relation, given);
    }

    /** Tells whether a value is one of the relation's type and not something to make one of. */
    private static boolean isRecords(Relation<?, ?, ?> relation, @Nullable Object value) {
        if (value == null || !relation.type().valueClass().isInstance(value)) {
            return false;
        }
        Class<?> recordClass = relation.related().recordClass();
        return !(value instanceof List<?> list) || list.stream().allMatch(recordClass::isInstance);
    }

    static <R, E> Changeset<R> putRelated(Changeset<R> changeset, Relation<R, E, ?> relation, @Nullable Object given) {
        State<R> state = changeset.state();
        int ordinal = state.plan().ordinal(relation);
        Outcome outcome = new RelationPut<>(state, relation).put(given);
        if (outcome instanceof Outcome.Invalid) {
            return changeset.addError(Outcome.invalid(relation, null, null));
        }
        if (outcome instanceof Outcome.Put put && !RelationEngine.isOriginal(state, relation, put.change())) {
            State<R> next = state.with(ordinal, State.slot(put.change()));
            return changeset.with(next.withValid(state.valid() && put.valid()));
        }
        return changeset.with(state.with(ordinal, null));
    }

    static <R, E> Changeset<R> updateRelated(
            Changeset<R> changeset, Relation<R, E, ?> relation, UnaryOperator<List<Changeset<E>>> function) {
        if (!changeset.hasChange(relation)) {
            return changeset;
        }
        List<Related<E>> given = new ArrayList<>();
        for (Changeset<E> child : function.apply(changeset.children(relation))) {
            given.add(Related.changeset(child));
        }
        if (relation.isMany() || given.size() > 1) {
            return putRelated(changeset, relation, given);
        }
        return putRelated(changeset, relation, given.isEmpty() ? null : given.get(0));
    }

    static <R> Changeset<R> merge(Changeset<R> first, Changeset<R> second) {
        State<R> one = first.state();
        State<R> two = second.state();
        if (one.plan() != two.plan() || !Objects.equals(one.data(), two.data())) {
            throw new IllegalArgumentException("changesets on different data cannot be merged");
        }
        State<R> merged = one.withChanges(changes(one, two))
                .withParams(params(one, two))
                .withValid(one.valid() && two.valid())
                .withExtras(extras(one.extras(), two.extras()));
        Log log = second.with(first);
        Log once = log.once();
        return first.with(merged, Caster.joined(first.errors(), second.errors()), once == null ? log : once);
    }

    private static <R> @Nullable Object[] changes(State<R> one, State<R> two) {
        @Nullable Object[] both = one.changes().clone();
        for (int ordinal = 0; ordinal < both.length; ordinal++) {
            Object second = two.changes()[ordinal];
            both[ordinal] = second == null ? both[ordinal] : second;
        }
        return both;
    }

    private static @Nullable Map<String, ?> params(State<?> one, State<?> two) {
        Map<String, ?> second = two.params();
        return second == null ? one.params() : Caster.merged(one.params(), second);
    }

    private static <R> Extras<R> extras(Extras<R> one, Extras<R> two) {
        if (!one.emptyValues().equals(two.emptyValues())) {
            throw new IllegalArgumentException("changesets that differ in what counts as empty cannot be merged: "
                    + one.emptyValues() + " and " + two.emptyValues());
        }
        if (one.action() != null && two.action() != null && one.action() != two.action()) {
            throw new IllegalArgumentException(
                    "changesets with different actions cannot be merged: " + one.action() + " and " + two.action());
        }
        return one.withAction(one.action() == null ? two.action() : one.action())
                .withStore(one.store().and(two.store()));
    }
}
