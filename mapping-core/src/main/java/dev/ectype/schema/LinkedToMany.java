package dev.ectype.schema;

import dev.ectype.association.ToMany;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an association to many records makes and reads its value. */
interface LinkedToMany<R, E> extends dev.ectype.changeset.Association<R, E, ToMany<E>> {

    @Override
    default boolean isMany() {
        return true;
    }

    @Override
    default ToMany<E> initial() {
        return ToMany.notLoaded(toString());
    }

    @Override
    default boolean isLoaded(@Nullable ToMany<E> value) {
        return value != null && value.isLoaded();
    }

    @Override
    default List<E> records(@Nullable ToMany<E> value) {
        return (value == null ? initial() : value).list();
    }

    @Override
    default ToMany<E> value(List<E> records) {
        return ToMany.of(records);
    }
}
