package dev.ectype.changeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds a list of records, stored inside their owner.
 *
 * @param <R> the owner
 * @param <E> the embedded record
 */
public interface EmbedsMany<R, E> extends Relation<R, E, List<E>> {

    @Override
    default boolean isMany() {
        return true;
    }

    @Override
    default String kind() {
        return "embed";
    }

    @Override
    default boolean isOrdered() {
        return true;
    }

    @Override
    default boolean isUnique() {
        return true;
    }

    @Override
    default List<E> initial() {
        return List.of();
    }

    @Override
    default List<E> records(@Nullable List<E> value) {
        return value == null ? List.of() : value;
    }

    @Override
    default List<E> value(List<E> records) {
        return records;
    }
}
