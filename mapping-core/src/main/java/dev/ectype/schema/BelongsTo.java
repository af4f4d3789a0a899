package dev.ectype.schema;

import dev.ectype.association.ToOne;
import dev.ectype.changeset.RelationDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that the owner refers to by a column of its own.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class BelongsTo<R, E> extends Association<R, E, ToOne<E>> implements LinkedToOne<R, E> {
    private final Column<R, ?> foreignKey;

    BelongsTo(
            RelationDefinition<R, E, ToOne<E>> definition, AssociationOptions<R, E> options, Column<R, ?> foreignKey) {
        super(definition, options);
        this.foreignKey = foreignKey;
    }

    /** Returns the owner's column that refers to the related record, and the column it refers to. */
    public Link<R, E> link() {
        return new Link<>(foreignKey, referenced(related()));
    }

    @Override
    public Optional<Link<R, E>> linked() {
        return Optional.of(link());
    }

    @Override
    public Optional<BelongsTo<R, E>> parent() {
        return Optional.of(this);
    }

    @Override
    public boolean isParent() {
        return true;
    }

    @Override
    public void keep(List<E> records, @Nullable Object[] values) {
        Link<R, E> link = link();
        values[link.owner().ordinal()] = records.isEmpty() ? null : related().get(records.get(0), link.related());
    }

    @Override
    AssociationKind kindOf() {
        return AssociationKind.BELONGS_TO;
    }

    @Override
    void checkColumns() {
        require(
                foreignKey.shape() == shape(),
                "the foreign key of belongsTo is a column of its own schema",
                foreignKey);
        require(link().fits(), "a foreign key needs the type of the column it refers to", link());
        requireRead(link());
    }
}
