package dev.ectype.changeset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds other records: an embed, or an association where there is a store. A changeset casts and puts all
 * of them by the same rules.
 *
 * @param <R> the owner
 * @param <E> the related record
 * @param <V> the field's value: the record itself, a list of them, or what wraps either
 */
public interface Relation<R, E, V> extends Field<R, V> {

    /** Returns the shape of the related records. */
    Shape<E> related();

    /** Returns how a related record is cast, if the declaration said. */
    Optional<ChildChangeset<E>> childChangeset();

    /** Tells whether the field holds a list of records. */
    boolean isMany();

    /** Returns the word that errors use: {@code embed} or {@code assoc}. */
    String kind();

    /** Tells whether the order of the records is part of the owner's data. */
    boolean isOrdered();

    /** Tells whether no two records may have the same primary key. */
    boolean isUnique();

    /** Returns the value of a new owner, to which nothing is related yet. */
    default @Nullable V initial() {
        return null;
    }

    /** Tells whether a value says which records there are; that of an owner read without them may not. */
    default boolean isLoaded(@Nullable V value) {
        return true;
    }

    /**
     * Returns the related records of an owner, as many as there are.
     *
     * @param value the field's value, null if the owner has none
     * @throws IllegalStateException if they were not loaded
     */
    List<E> records(@Nullable V value);

    /** Returns the field's value made of records, null for none of a relation to one. */
    @Nullable V value(List<E> records);
}
