package dev.ectype.schema;

import dev.ectype.association.ToOne;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.RelationDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A record that refers to the owner by a column of its own.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasOne<R, E> extends Association<R, E, ToOne<E>> implements LinkedToOne<R, E> {
    private final Supplier<? extends Column<E, ?>> foreignKey;

    HasOne(
            RelationDefinition<R, E, ToOne<E>> definition,
            AssociationOptions<R, E> options,
            Supplier<? extends Column<E, ?>> foreignKey) {
        super(definition, options);
        this.foreignKey = foreignKey;
    }

    /** Returns the owner's column that is referred to, and the related record's column that refers to it. */
    public Link<R, E> link() {
        return new Link<>(referenced(shape()), foreignKey.get());
    }

    @Override
    public Changeset<E> build(R owner, Map<String, ?> values) {
        return Foreign.refer(this, link(), super.build(owner, values), owner);
    }

    @Override
    public Optional<Link<R, E>> linked() {
        return Optional.of(link());
    }

    @Override
    AssociationKind kindOf() {
        return AssociationKind.HAS_ONE;
    }

    @Override
    void checkColumns() {
        Foreign.check(this, foreignKey.get());
        require(link().fits(), "a foreign key needs the type of the column it refers to", link());
    }
}
