package dev.ectype.repo.graph;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.OnReplace;
import dev.ectype.schema.Association;
import dev.ectype.schema.Link;
import dev.ectype.schema.OnDelete;
import dev.ectype.schema.Schema;

/** Tells how many writes a changeset stands for, so that a single one needs no transaction. */
public final class Extent {
    private Extent() {}

    /** Returns how many records or rows are written, or more; two stand for any number beyond one. */
    public static int ofWrites(Changeset<?> changeset, Action action) {
        return writes(changeset, action);
    }

    private static <R> int writes(Changeset<R> changeset, Action action) {
        Schema<R> schema = Changed.schema(changeset);
        if (action == Action.DELETE) {
            return (int) (1
                    + schema.associations().stream()
                            .filter(association -> association.onDelete() != OnDelete.NOTHING)
                            .count());
        }
        Changeset<R> whole = action == Action.INSERT ? Surface.of(changeset) : changeset;
        int writes = action == Action.INSERT || isChanged(whole) ? 1 : 0;
        for (Association<R, ?, ?> association : schema.associations()) {
            if (whole.hasChange(association)) {
                writes += related(association, whole);
            }
        }
        return writes;
    }

    private static <R> boolean isChanged(Changeset<R> changeset) {
        if (changeset.forcesUpdate()) {
            return true;
        }
        for (Field<R, ?> field : changeset.shape().fields()) {
            boolean isElsewhere = field instanceof Association<?, ?, ?> association
                    && association.parent().isEmpty();
            if (!isElsewhere && changeset.hasChange(field)) {
                return true;
            }
        }
        return false;
    }

    private static <R, E> int related(Association<R, E, ?> association, Changeset<R> owner) {
        int writes = !association.isMany()
                        && isTakenAway(association)
                        && Changed.gone(association, owner).isPresent()
                ? 1
                : 0;
        for (Changeset<E> child : owner.children(association)) {
            writes += association.joined().isPresent()
                    ? joined(association, owner, child)
                    : child(association, owner, child);
        }
        return writes;
    }

    /** Tells whether the record that makes place for another is written; a parent that stays is not. */
    private static boolean isTakenAway(Association<?, ?, ?> association) {
        OnReplace mode = association.settings().onReplace();
        return association.parent().isEmpty() || mode == OnReplace.DELETE || mode == OnReplace.DELETE_IF_EXISTS;
    }

    private static <R, E> int joined(Association<R, E, ?> association, Changeset<R> owner, Changeset<E> child) {
        boolean isRelated = Changed.action(child) == Action.UPDATE
                && child.data()
                        .filter(now -> Changed.wasRelated(association, owner, now))
                        .isPresent();
        int row = isRelated ? 0 : 1;
        return Changed.stays(child) ? row + writes(child, Changed.action(child)) : row;
    }

    private static <R, E> int child(Association<R, E, ?> association, Changeset<R> owner, Changeset<E> child) {
        if (!Changed.stays(child)) {
            return 1;
        }
        int writes = writes(child, Changed.action(child));
        boolean isMoved =
                association.parent().isEmpty() && isMoved(association.linked().orElseThrow(), owner, child);
        return isMoved && Changed.action(child) == Action.UPDATE ? Math.max(1, writes) : writes;
    }

    private static <R, E> boolean isMoved(Link<R, E> link, Changeset<R> owner, Changeset<E> child) {
        Object key = owner.get(link.owner());
        Object known = child.get(link.related());
        return key == null || !key.equals(known);
    }
}
