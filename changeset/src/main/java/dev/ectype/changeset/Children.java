package dev.ectype.changeset;

import java.util.ArrayList;
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
        return change instanceof List<?> several ? (List<Changeset<E>>) several : List.of((Changeset<E>) change);
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

    /** Returns the records of a relation as they are in the data. */
    @SuppressWarnings("unchecked") // the data hold a value of the field's type
    static <R, E, V> List<E> existing(State<R> state, Relation<R, E, V> relation) {
        return relation.records((V) state.plan().data(state.data(), relation.ordinal()));
    }

    static <R, E, V> @Nullable Object value(State<R> state, Relation<R, E, V> relation) {
        int ordinal = relation.ordinal();
        if (!state.isChanged(ordinal)) {
            return state.plan().data(state.data(), ordinal);
        }
        List<E> records = new ArrayList<>();
        for (Changeset<E> child : of(state, relation)) {
            if (stays(child)) {
                records.add(child.applyChanges());
            }
        }
        return relation.value(records);
    }

    static <V> boolean isEmpty(State<?> state, Relation<?, ?, V> relation) {
        if (!state.isChanged(relation.ordinal())) {
            @SuppressWarnings("unchecked") // the data hold a value of the field's type
            V value = (V) data(state, relation.ordinal());
            return relation.records(value).isEmpty();
        }
        Object change = state.change(relation.ordinal());
        return relation.isMany() ? staying(in(change)).isEmpty() : change == null;
    }

    private static <R> @Nullable Object data(State<R> state, int ordinal) {
        return state.plan().data(state.data(), ordinal);
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

    private static <R> Changeset<R> prepared(Changeset<R> owner, Relation<R, ?, ?> relation) {
        List<? extends Changeset<?>> before = of(owner.state(), relation);
        List<Changeset<?>> after = new ArrayList<>(before.size());
        for (Changeset<?> child : before) {
            after.add(stays(child) ? child.prepared() : child);
        }
        if (after.equals(before)) {
            return owner;
        }
        Object slot = relation.isMany() ? List.copyOf(after) : after.get(0);
        boolean valid = after.stream().allMatch(Changeset::isValid);
        return owner.with(owner.state().with(relation.ordinal(), slot).withValid(valid));
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
            for (int i = 0; i < children.size(); i++) {
                Path here = relation.isMany() ? at.index(i) : at;
                children.get(i).errors().forEach(error -> into.add(error.under(here)));
                collect(children.get(i), here, into);
            }
        }
    }
}
