package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the changesets of related records that stand in the slots of their owner's changeset. */
final class Children {

    private Children() {}

    @SuppressWarnings("unchecked") // a slot of a relation holds changesets of the related record
    static <E> List<Changeset<E>> in(@Nullable Object change) {
        if (change == null) {
            return List.of();
        }
        return change instanceof Changeset<?> one ? List.of((Changeset<E>) one) : (List<Changeset<E>>) change;
    }

    static <R, E> List<Changeset<E>> of(State<R> state, Relation<R, E, ?> relation) {
        return in(state.change(state.plan().ordinal(relation)));
    }

    /** Tells whether a child would be part of its owner. */
    static boolean stays(Changeset<?> child) {
        Action action = child.state().extras().action();
        return action != Action.DELETE && action != Action.REPLACE;
    }

    /** Returns the children that would be part of their owner. */
    static <E> List<Changeset<E>> staying(List<Changeset<E>> children) {
        List<Changeset<E>> staying = new ArrayList<>(children.size());
        for (Changeset<E> child : children) {
            if (stays(child)) {
                staying.add(child);
            }
        }
        return staying;
    }

    /** Returns the records of a relation as they are in the data; a new owner has those of its default, if any. */
    static <R, E, V> List<E> existing(State<R> state, Relation<R, E, V> relation) {
        V value = data(state, relation);
        boolean isNew = state.data() == null && !relation.isLoaded(value);
        return isNew ? List.of() : relation.records(value);
    }

    @SuppressWarnings("unchecked") // the data hold a value of the field's type
    static <R, V> @Nullable V data(State<R> state, Relation<R, ?, V> relation) {
        return (V) state.plan().data(state.data(), relation.ordinal());
    }

    static <R, E, V> @Nullable V value(State<R> state, Relation<R, E, V> relation) {
        int ordinal = relation.ordinal();
        if (!state.isChanged(ordinal)) {
            return data(state, relation);
        }
        List<Changeset<E>> children = in(state.change(ordinal));
        List<E> records = new ArrayList<>(children.size());
        for (int i = 0; i < children.size(); i++) {
            if (stays(children.get(i))) {
                records.add(children.get(i).applyChanges());
            }
        }
        return relation.value(Collections.unmodifiableList(records));
    }

    /** Tells whether there would be no record; there is none where nothing says which there are. */
    static <R, V> boolean isEmpty(State<R> state, Relation<R, ?, V> relation) {
        if (!state.isChanged(relation.ordinal())) {
            V value = data(state, relation);
            return !relation.isLoaded(value) || relation.records(value).isEmpty();
        }
        Object change = state.change(relation.ordinal());
        return relation.isMany() ? staying(in(change)).isEmpty() : change == null;
    }

    /** Tells whether a relation to one would have no record. */
    static <R> boolean isMissing(State<R> state, Relation<R, ?, ?> relation) {
        return state.isChanged(relation.ordinal())
                ? state.change(relation.ordinal()) == null
                : existing(state, relation).isEmpty();
    }

    static <R> boolean isChanged(State<R> state, Relation<R, ?, ?> relation) {
        Object change = state.change(relation.ordinal());
        if (change == null && !relation.isMany()) {
            return true;
        }
        return in(change).stream()
                .anyMatch(child -> child.state().extras().action() != Action.UPDATE
                        || child.state().hasChanges());
    }

    /** Returns the changesets of all related records: those in the changes, or empty ones on what is there. */
    static <R, E, V> List<Changeset<E>> related(State<R> state, Relation<R, E, V> relation) {
        if (state.isChanged(state.plan().ordinal(relation))) {
            return of(state, relation);
        }
        List<Changeset<E>> empty = new ArrayList<>();
        for (E record : existing(state, relation)) {
            empty.add(relation.related().kindOf(record).change(record));
        }
        return empty;
    }

    /** Returns the changeset with what the steps before a write make of its embedded records. */
    static <R> Changeset<R> prepared(Changeset<R> changeset) {
        Changeset<R> prepared = changeset;
        for (Relation<R, ?, ?> relation : changeset.state().plan().relations()) {
            if (prepared.isValid() && relation.kind().equals("embed")) {
                prepared = prepared(prepared, relation);
            }
        }
        return prepared;
    }

    private static <R, E> Changeset<R> prepared(Changeset<R> owner, Relation<R, E, ?> relation) {
        List<Changeset<E>> before = of(owner.state(), relation);
        List<Changeset<E>> after = new ArrayList<>(before.size());
        for (Changeset<E> child : before) {
            after.add(stays(child) ? child.prepared() : child);
        }
        return after.equals(before) ? owner : replaced(owner, relation, after);
    }

    /** Returns the changeset with those changesets of related records, invalid if one of them is. */
    static <R, E> Changeset<R> replaced(Changeset<R> owner, Relation<R, E, ?> relation, List<Changeset<E>> children) {
        State<R> state = owner.state();
        Object one = children.isEmpty() ? null : children.get(0);
        Object slot = relation.isMany() ? List.copyOf(children) : State.slot(one);
        boolean valid = children.stream().allMatch(Changeset::isValid);
        return owner.with(state.with(state.plan().ordinal(relation), slot).withValid(state.valid() && valid));
    }

    static List<FieldError> allErrors(Changeset<?> changeset) {
        List<FieldError> all = new ArrayList<>(changeset.errors());
        collect(changeset, Path.ROOT, all);
        return all;
    }

    private static void collect(Changeset<?> changeset, Path path, List<FieldError> into) {
        State<?> state = changeset.state();
        for (Relation<?, ?, ?> relation : state.plan().relations()) {
            Path at = path.name(Errors.param(relation));
            List<? extends Changeset<?>> children = in(state.change(relation.ordinal()));
            int index = 0;
            for (Changeset<?> child : children) {
                Path here = relation.isMany() ? at.index(index) : at;
                for (FieldError error : child.errors()) {
                    into.add(error.under(here));
                }
                collect(child, here, into);
                index += isReplaced(child) ? 0 : 1;
            }
        }
    }

    /** Those that nobody gave come first, and have no place among those that somebody did. */
    private static boolean isReplaced(Changeset<?> child) {
        return child.state().extras().action() == Action.REPLACE;
    }
}
