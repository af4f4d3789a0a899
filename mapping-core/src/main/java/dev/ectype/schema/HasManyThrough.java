package dev.ectype.schema;

import dev.ectype.association.ToMany;
import dev.ectype.changeset.RelationDefinition;

/**
 * The records to which the owner's related records are related, each once. They are read only: the associations on
 * the way are cast and put instead.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasManyThrough<R, E> extends FoundThrough<R, E, ToMany<E>> implements LinkedToMany<R, E> {

    HasManyThrough(RelationDefinition<R, E, ToMany<E>> definition, Way<R, ?, E> way) {
        super(definition, way);
    }
}
