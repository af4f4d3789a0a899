package dev.ectype.changeset;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Shape} hands to whoever makes the tokens of its relations. The related shape is supplied late, since a
 * record may contain its own kind.
 *
 * @param field what every field has
 * @param related the shape of the related records
 * @param child how a related record is cast, or null if each cast has to say
 */
public record RelationDefinition<R, E, V>(
        FieldDefinition<R, V> field,
        Supplier<? extends Shape<E>> related,
        @Nullable ChildChangeset<E> child) {

    /** Returns how a related record is cast, if the declaration said. */
    public Optional<ChildChangeset<E>> childChangeset() {
        return Optional.ofNullable(child);
    }
}
