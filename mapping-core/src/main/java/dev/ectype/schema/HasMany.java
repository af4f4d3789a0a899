package dev.ectype.schema;

import dev.ectype.association.ToMany;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.RelationDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The records that refer to the owner by a column of their own.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class HasMany<R, E> extends Association<R, E, ToMany<E>> implements LinkedToMany<R, E> {
    private final Supplier<? extends Column<E, ?>> foreignKey;

    HasMany(
            RelationDefinition<R, E, ToMany<E>> definition,
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
        return AssociationKind.HAS_MANY;
    }

    @Override
    void checkColumns() {
        Foreign.check(this, foreignKey.get());
        require(link().fits(), "a foreign key needs the type of the column it refers to", link());
    }
}
