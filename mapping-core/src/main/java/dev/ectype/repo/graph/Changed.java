package dev.ectype.repo.graph;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at changesets of records with associations. */
final class Changed {
    private Changed() {}

    static <R> Schema<R> schema(Changeset<R> changeset) {
        return (Schema<R>) changeset.shape();
    }

    static Action action(Changeset<?> child) {
        return child.action().orElse(Action.UPDATE);
    }

    /** Tells whether a related record would be related afterwards. */
    static boolean stays(Changeset<?> child) {
        return action(child) == Action.INSERT || action(child) == Action.UPDATE;
    }

    /** Returns the related records that an owner was read with; none if it was read without them. */
    static <R, E, V> List<E> before(Association<R, E, V> association, Changeset<R> owner) {
        return owner.data().map(data -> loaded(association, data)).orElse(List.of());
    }

    /** Tells whether a record was related before, which none is to an owner that is new, whatever that holds. */
    static <R, E> boolean wasRelated(Association<R, E, ?> association, Changeset<R> owner, E related) {
        return action(owner) != Action.INSERT
                && before(association, owner).stream().anyMatch(old -> isSame(association.related(), old, related));
    }

    static <R, E, V> List<E> loaded(Association<R, E, V> association, R owner) {
        V value = association.shape().get(owner, association);
        return association.isLoaded(value) ? association.records(value) : List.of();
    }

    /** Returns the record that a relation to one had before and has no more, if it was read. */
    static <R, E> Optional<E> gone(Association<R, E, ?> association, Changeset<R> owner) {
        return before(association, owner).stream()
                .filter(old -> owner.children(association).stream()
                        .noneMatch(child -> child.data()
                                .filter(now -> isSame(association.related(), old, now))
                                .isPresent()))
                .findFirst();
    }

    /** Tells whether two records have the same primary key. */
    static <E> boolean isSame(Schema<E> schema, E one, E other) {
        return schema.keyFields().stream().allMatch(field -> equal(schema, one, other, field));
    }

    private static <E, V> boolean equal(Schema<E> schema, E one, E other, Field<E, V> field) {
        V left = schema.get(one, field);
        V right = schema.get(other, field);
        return left != null && right != null && field.type().equal(left, right);
    }

    /** Returns the changeset with a value of a column, which has the type of the one that the value is from. */
    @SuppressWarnings("unchecked") // the columns of a link have the same type
    static <R, V> Changeset<R> put(Changeset<R> changeset, Column<R, V> column, @Nullable Object value) {
        return changeset.put(column, (V) value);
    }
}
