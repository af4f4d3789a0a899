package dev.ectype.schema;

import dev.ectype.association.ToOne;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.RelationDefinition;
import java.util.Map;
import java.util.Optional;

/**
 * The first of the records to which the owner's related records are related. It is read only: the associations on the way
 * are cast and put instead.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasOneThrough<R, E> extends Association<R, E, ToOne<E>> implements LinkedToOne<R, E> {
    private final Way<R, ?, E> way;

    HasOneThrough(RelationDefinition<R, E, ToOne<E>> definition, Way<R, ?, E> way) {
        super(definition, new AssociationOptions<>());
        this.way = way;
    }

    @Override
    public Optional<Way<R, ?, E>> through() {
        return Optional.of(way);
    }

    @Override
    public Changeset<E> build(R owner, Map<String, ?> values) {
        throw way.notBuilt(this);
    }

    @Override
    AssociationKind kindOf() {
        return AssociationKind.HAS_THROUGH;
    }

    @Override
    void checkColumns() {
        way.check(this);
    }
}
