package dev.ectype.schema;

import dev.ectype.changeset.Changeset;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import java.util.Map;

/** What has to do with foreign keys in related records. */
final class Foreign {
    private Foreign() {}

    static void check(Association<?, ?, ?> association, Column<?, ?> foreignKey) {
        association.require(
                foreignKey.shape() == association.related(),
                "the foreign key is a column of the related schema",
                foreignKey);
    }

    /** Returns the changeset with the reference to the owner. */
    static <R, E> Changeset<E> refer(Association<R, E, ?> association, Link<R, E> link, Changeset<E> child, R owner) {
        Object key = association.shape().get(owner, link.owner());
        if (key == null) {
            throw new MappingException(
                    Kind.USAGE,
                    "the owner has no key that a new record could refer to; insert it first",
                    Map.of("association", association, "column", link.owner()));
        }
        return force(child, link.related(), key);
    }

    @SuppressWarnings("unchecked") // the columns of a link have the same type
    private static <E, K> Changeset<E> force(Changeset<E> child, Column<E, K> column, Object key) {
        return child.force(column, (K) key);
    }
}
