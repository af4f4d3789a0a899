package dev.ectype.schema;

import dev.ectype.association.ToMany;
import dev.ectype.changeset.RelationDefinition;
import java.util.function.Supplier;

/**
 * The records that refer to the owner by a column of their own.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasMany<R, E> extends ReferredTo<R, E, ToMany<E>> implements LinkedToMany<R, E> {

    HasMany(
            RelationDefinition<R, E, ToMany<E>> definition,
            AssociationOptions<R, E> options,
            Supplier<? extends Column<E, ?>> foreignKey) {
        super(definition, options, foreignKey);
    }

    @Override
    AssociationKind kindOf() {
        return AssociationKind.HAS_MANY;
    }
}
