package dev.ectype.schema;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.FieldSettings;
import dev.ectype.changeset.RelationDefinition;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.types.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The typed token of an association: what is preloaded, cast and put by. It is no column: its records are stored apart from
 * their owner, and its value is never null but says whether they were read. Compared by identity.
 *
 * @param <R> the owner
 * @param <E> the related record
 * @param <V> the value: {@link dev.ectype.association.ToOne} or {@link dev.ectype.association.ToMany}
 */
public abstract sealed class Association<R, E, V> implements dev.ectype.changeset.Association<R, E, V>
        permits BelongsTo, ReferredTo, ManyToMany, FoundThrough {
    private final RelationDefinition<R, E, V> definition;
    private final AssociationOptions<R, E> options;

    Association(RelationDefinition<R, E, V> definition, AssociationOptions<R, E> options) {
        this.definition = definition;
        this.options = options;
    }

    /** Returns what this association may be told. */
    abstract AssociationKind kindOf();

    /** Makes sure that the columns fit, once the related schema is there. */
    abstract void checkColumns();

    /** Makes sure of everything that was declared; of the columns only if no schema is just being made. */
    final void check() {
        kindOf().check(this);
        if (definition.related().get() != null) {
            checkColumns();
        }
    }

    /** Makes sure that records can be put together by columns: a query of whole records that leaves one out finds none. */
    final void requireRead(Link<?, ?> link) {
        for (Column<?, ?> column : List.of(link.owner(), link.related())) {
            require(
                    column.settings().isLoadedInQuery(),
                    "records are put together by this column, which queries of whole records must read; leave"
                            + " notLoadedInQuery() out",
                    column);
        }
    }

    final void require(boolean holds, String message, Object found) {
        if (!holds) {
            throw new MappingException(Kind.USAGE, message, Map.of("association", this, "found", found));
        }
    }

    @Override
    public final String name() {
        return definition.field().name();
    }

    @Override
    public final Type<V> type() {
        return definition.field().type();
    }

    @Override
    public final Schema<R> shape() {
        return (Schema<R>) definition.field().shape();
    }

    @Override
    public final int ordinal() {
        return definition.field().ordinal();
    }

    @Override
    public final FieldSettings settings() {
        return definition.field().settings();
    }

    @Override
    public final Schema<E> related() {
        return (Schema<E>) definition.related().get();
    }

    @Override
    public final Optional<ChildChangeset<E>> childChangeset() {
        return definition.childChangeset();
    }

    /** Returns what else was said of it. */
    public final AssociationOptions<R, E> options() {
        return options;
    }

    /** Returns what happens to the related records when the owner is deleted. */
    public final OnDelete onDelete() {
        return options.onDelete();
    }

    /** Returns the two columns by which records are related directly, if they are. */
    public Optional<Link<R, E>> linked() {
        return Optional.empty();
    }

    /** Returns this association if the owner refers to the related record. */
    public Optional<BelongsTo<R, E>> parent() {
        return Optional.empty();
    }

    /** Returns this association if rows of their own relate the records. */
    public Optional<ManyToMany<R, E>> joined() {
        return Optional.empty();
    }

    /** Returns the associations through which records are related, if they are. */
    public Optional<Way<R, ?, E>> through() {
        return Optional.empty();
    }

    @Override
    public final Changeset<E> started(Changeset<E> blank, Changeset<R> owner) {
        return options.started(blank, owner);
    }

    /** A record with a complete primary key counts as stored; say {@code withAction(INSERT)} where that is wrong. */
    @Override
    public final boolean isStored(E record) {
        List<Field<E, ?>> key = related().keyFields();
        return !key.isEmpty() && key.stream().allMatch(field -> related().get(record, field) != null);
    }

    /** Returns the changeset of a new record that is related to an owner. */
    public final Changeset<E> build(R owner) {
        return build(owner, Map.of());
    }

    /**
     * Returns the changeset of a new record that is related to an owner, with values by field name; they cannot relate it to
     * another.
     *
     * @throws MappingException if the owner has no key yet, or if records are related through others
     */
    public Changeset<E> build(R owner, Map<String, ?> values) {
        return started(related().change(), shape().change(owner)).change(values);
    }

    /** Returns the only column of a schema's primary key. */
    final <S> Column<S, ?> onlyKey(Schema<S> schema) {
        List<Field<S, ?>> key = schema.keyFields();
        require(key.size() == 1, "say references(...) where the primary key is not one column", key);
        return (Column<S, ?>) key.get(0);
    }

    /** Returns the column of a schema that foreign keys refer to. */
    @SuppressWarnings("unchecked") // its schema is looked at
    final <S> Column<S, ?> referenced(Schema<S> schema) {
        if (options.references().isEmpty()) {
            return onlyKey(schema);
        }
        Column<?, ?> column = options.references().get().get();
        require(column.shape() == schema, "references(...) needs a column of " + schema.name(), column);
        return (Column<S, ?>) column;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    /** Returns the names of the record and the association. */
    @Override
    public final String toString() {
        return shape().name() + "." + name();
    }
}
