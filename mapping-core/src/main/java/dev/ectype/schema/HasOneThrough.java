package dev.ectype.schema;

import dev.ectype.association.ToOne;
import dev.ectype.changeset.RelationDefinition;

/**
 * The first of the records to which the owner's related records are related. It is read only: the associations on the way
 * are cast and put instead.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasOneThrough<R, E> extends FoundThrough<R, E, ToOne<E>> implements LinkedToOne<R, E> {

    HasOneThrough(RelationDefinition<R, E, ToOne<E>> definition, Way<R, ?, E> way) {
        super(definition, way);
    }
}
