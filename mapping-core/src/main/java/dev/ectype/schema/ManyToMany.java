package dev.ectype.schema;

import dev.ectype.association.ToMany;
import dev.ectype.changeset.RelationDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records that are related to the owner by rows of their own, which are all that is added and removed when records are
 * related and no more.
 *
 * @param <R> the owner
 * @param <E> the related record
 */
public final class ManyToMany<R, E> extends Association<R, E, ToMany<E>> implements LinkedToMany<R, E> {
    private final JoinThrough<?> join;
    private JoinThrough.@Nullable Joining<?> rows;

    ManyToMany(RelationDefinition<R, E, ToMany<E>> definition, AssociationOptions<R, E> options, JoinThrough<?> join) {
        super(definition, options);
        this.join = join;
    }

    /** Returns how the rows are made and chosen. */
    public JoinThrough<?> join() {
        return join;
    }

    /** Returns the rows. */
    public JoinThrough.Joining<?> rows() {
        JoinThrough.Joining<?> known = rows;
        if (known == null) {
            known = join.rows().resolve(ends().owner(), ends().related());
            rows = known;
        }
        return known;
    }

    /** Returns the columns that the rows refer to. */
    public Link<R, E> ends() {
        return new Link<>(
                end(join.ownerReference().orElseGet(() -> onlyKey(shape())), shape()),
                end(join.relatedReference().orElseGet(() -> onlyKey(related())), related()));
    }

    @SuppressWarnings("unchecked") // its schema is looked at
    private <S> Column<S, ?> end(Column<?, ?> column, Schema<S> schema) {
        require(column.shape() == schema, "a join refers to columns of the two schemas", column);
        return (Column<S, ?>) column;
    }

    @Override
    public Optional<ManyToMany<R, E>> joined() {
        return Optional.of(this);
    }

    @Override
    public boolean isUnique() {
        return options().isUnique();
    }

    @Override
    AssociationKind kindOf() {
        return AssociationKind.MANY_TO_MANY;
    }

    @Override
    void checkColumns() {
        require(
                join.rows().isSchema() || join.defaults().isEmpty(),
                "defaults(...) of a join needs rows that are records of a schema",
                join.rows());
        checkRows(rows());
    }

    private <J> void checkRows(JoinThrough.Joining<J> found) {
        require(
                found.ownerKey().shape() == found.schema() && found.relatedKey().shape() == found.schema(),
                "both keys of a join are columns of its schema",
                found);
        require(
                new Link<>(ends().owner(), found.ownerKey()).fits(),
                "a foreign key needs the type of the column it refers to",
                found.ownerKey());
        require(
                new Link<>(ends().related(), found.relatedKey()).fits(),
                "a foreign key needs the type of the column it refers to",
                found.relatedKey());
        requireRead(ends());
        requireRead(new Link<>(found.ownerKey(), found.relatedKey()));
    }
}
