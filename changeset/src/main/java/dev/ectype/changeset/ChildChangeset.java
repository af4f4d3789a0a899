package dev.ectype.changeset;

import java.util.Map;

/**
 * How a related record is cast and validated.
 *
 * @param <E> the related record
 */
@FunctionalInterface
public interface ChildChangeset<E> {

    /** Returns the changeset of a child, made from an empty one on its data (or on nothing) and the child's own params. */
    Changeset<E> apply(Changeset<E> child, Map<String, ?> params);

    /**
     * Like {@link ChildChangeset}, with the child's position among its siblings.
     *
     * @param <E> the related record
     */
    @FunctionalInterface
    interface Indexed<E> {
        /** Returns the changeset of a child at a position counted from 0. */
        Changeset<E> apply(Changeset<E> child, Map<String, ?> params, int index);
    }
}
