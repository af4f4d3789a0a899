package dev.ectype.changeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation whose records live apart from their owner, in places of their own. A changeset casts and puts them by the same
 * rules as embeds; what is written, and where, is for who keeps the records.
 *
 * @param <R> the owner
 * @param <E> the related record
 * @param <V> the field's value, which may say that the records were not read
 */
public interface Association<R, E, V> extends Relation<R, E, V> {

    @Override
    default String kind() {
        return "assoc";
    }

    @Override
    default boolean isOrdered() {
        return false;
    }

    @Override
    default boolean isUnique() {
        return true;
    }

    /** Puts what an owner keeps of its related records itself, such as their key, among its values by ordinal. */
    default void keep(List<E> records, @Nullable Object[] values) {
        // where the records refer to their owner, it keeps nothing
    }

    /** Tells whether the owner refers to the related record, and not the other way round. */
    default boolean isParent() {
        return false;
    }

    /** Tells whether a record that is put as it is exists already, so that it is related and not added. */
    boolean isStored(E record);

    /**
     * Returns the changeset that a record to be added starts from.
     *
     * @param blank an empty changeset on nothing
     * @param owner the changeset of the owner, on nothing too if that is to be added
     */
    Changeset<E> started(Changeset<E> blank, Changeset<R> owner);
}
