package dev.ectype.schema;

import dev.ectype.association.ToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an association to one record makes and reads its value. */
interface LinkedToOne<R, E> extends dev.ectype.changeset.Association<R, E, ToOne<E>> {

    @Override
    default boolean isMany() {
        return false;
    }

    @Override
    default ToOne<E> initial() {
        return ToOne.notLoaded(toString());
    }

    @Override
    default boolean isLoaded(@Nullable ToOne<E> value) {
        return value != null && value.isLoaded();
    }

    @Override
    default List<E> records(@Nullable ToOne<E> value) {
        return (value == null ? initial() : value).get().map(List::of).orElse(List.of());
    }

    @Override
    default ToOne<E> value(List<E> records) {
        return records.isEmpty() ? ToOne.none() : ToOne.of(records.get(0));
    }
}
