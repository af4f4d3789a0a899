package dev.ectype.schema;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.RelationDefinition;
import java.util.Map;
import java.util.Optional;

/** An association to records that are found through other associations. */
abstract sealed class FoundThrough<R, E, V> extends Association<R, E, V> permits HasOneThrough, HasManyThrough {
    private final Way<R, ?, E> way;

    FoundThrough(RelationDefinition<R, E, V> definition, Way<R, ?, E> way) {
        super(definition, new AssociationOptions<>());
        this.way = way;
    }

    @Override
    public final Optional<Way<R, ?, E>> through() {
        return Optional.of(way);
    }

    @Override
    public final Changeset<E> build(R owner, Map<String, ?> values) {
        throw way.notBuilt(this);
    }

    @Override
    final AssociationKind kindOf() {
        return AssociationKind.HAS_THROUGH;
    }

    @Override
    final void checkColumns() {
        way.check(this);
    }
}
