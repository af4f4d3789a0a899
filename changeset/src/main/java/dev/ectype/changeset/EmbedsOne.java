package dev.ectype.changeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds one record, stored inside its owner.
 *
 * @param <R> the owner
 * @param <E> the embedded record
 */
public interface EmbedsOne<R, E> extends Relation<R, E, E> {

    @Override
    default boolean isMany() {
        return false;
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
    default List<E> records(@Nullable E value) {
        return value == null ? List.of() : List.of(value);
    }

    @Override
    default @Nullable E value(List<E> records) {
        return records.isEmpty() ? null : records.get(0);
    }
}
