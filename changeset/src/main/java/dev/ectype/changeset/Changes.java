package dev.ectype.changeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists what would change. */
final class Changes {

    private Changes() {}

    static <R> Map<String, Object> of(State<R> state) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Field<R, ?> field : state.plan().fields()) {
            if (state.isChanged(field.ordinal())) {
                changes.put(field.name(), state.change(field.ordinal()));
            }
        }
        return changes;
    }

    static List<Change> difference(Changeset<?> changeset) {
        List<Change> all = new ArrayList<>();
        collect(changeset, Path.ROOT, all);
        return all;
    }

    private static <R> void collect(Changeset<R> changeset, Path path, List<Change> into) {
        State<R> state = changeset.state();
        for (Field<R, ?> field : state.plan().fields()) {
            if (!state.isChanged(field.ordinal())) {
                continue;
            }
            Path here = path.name(Errors.param(field));
            if (field instanceof Relation<R, ?, ?> relation) {
                int first = into.size();
                related(state, relation, here, into);
                hideIf(relation.settings().isRedacted(), into.subList(first, into.size()));
            } else {
                into.add(change(
                        field, here, state.plan().data(state.data(), field.ordinal()), state.change(field.ordinal())));
            }
        }
    }

    private static Change change(Field<?, ?> field, Path path, @Nullable Object from, @Nullable Object to) {
        Change plain = new Change(path, from, to);
        return field.settings().isRedacted() ? hidden(plain) : plain;
    }

    private static void hideIf(boolean redacted, List<Change> changes) {
        if (redacted) {
            changes.replaceAll(Changes::hidden);
        }
    }

    private static Change hidden(Change change) {
        return new Change(
                change.path(),
                change.from() == null ? null : Redaction.MARK,
                change.to() == null ? null : Redaction.MARK);
    }

    private static <R> void related(State<R> state, Relation<R, ?, ?> relation, Path path, List<Change> into) {
        if (relation.isMany()) {
            List<? extends Changeset<?>> children = Children.of(state, relation);
            for (int i = 0; i < children.size(); i++) {
                child(children.get(i), path.index(i), into);
            }
            return;
        }
        Object change = state.change(relation.ordinal());
        if (change == null) {
            into.add(new Change(path, state.plan().data(state.data(), relation.ordinal()), null));
        } else {
            child((Changeset<?>) change, path, into);
        }
    }

    private static void child(Changeset<?> child, Path path, List<Change> into) {
        if (!Children.stays(child)) {
            into.add(new Change(path, child.state().data(), null));
        } else if (isPutWhole(child)) {
            into.add(new Change(path, null, child.state().data()));
        } else {
            collect(child, path, into);
        }
    }

    private static boolean isPutWhole(Changeset<?> child) {
        State<?> state = child.state();
        return state.extras().action() == Action.INSERT && state.data() != null && !state.hasChanges();
    }
}
