package dev.ectype.schema;

import dev.ectype.association.ToOne;
import dev.ectype.changeset.RelationDefinition;
import java.util.function.Supplier;

/**
 * A record that refers to the owner by a column of its own.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasOne<R, E> extends ReferredTo<R, E, ToOne<E>> implements LinkedToOne<R, E> {

    HasOne(
            RelationDefinition<R, E, ToOne<E>> definition,
            AssociationOptions<R, E> options,
            Supplier<? extends Column<E, ?>> foreignKey) {
        super(definition, options, foreignKey);
    }

    @Override
    AssociationKind kindOf() {
        return AssociationKind.HAS_ONE;
    }
}
