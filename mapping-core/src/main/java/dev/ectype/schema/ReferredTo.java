package dev.ectype.schema;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.RelationDefinition;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An association to records that refer to the owner by a column of their own. */
abstract sealed class ReferredTo<R, E, V> extends Association<R, E, V> permits HasOne, HasMany {
    private final Supplier<? extends Column<E, ?>> foreignKey;

    ReferredTo(
            RelationDefinition<R, E, V> definition,
            AssociationOptions<R, E> options,
            Supplier<? extends Column<E, ?>> foreignKey) {
        super(definition, options);
        this.foreignKey = foreignKey;
    }

    /** Returns the owner's column that is referred to, and the related record's column that refers to it. */
    public final Link<R, E> link() {
        return new Link<>(referenced(shape()), foreignKey.get());
    }

    @Override
    public final Optional<Link<R, E>> linked() {
        return Optional.of(link());
    }

    @Override
    public final Changeset<E> build(R owner, Map<String, ?> values) {
        Object key = shape().get(owner, link().owner());
        if (key == null) {
            throw new MappingException(
                    Kind.USAGE,
                    "the owner has no key that a new record could refer to; insert it first",
                    Map.of("association", this, "column", link().owner()));
        }
        return force(super.build(owner, values), link().related(), key);
    }

    @SuppressWarnings("unchecked") // the columns of a link have the same type
    private static <E, K> Changeset<E> force(Changeset<E> child, Column<E, K> column, Object key) {
        return child.force(column, (K) key);
    }

    @Override
    final void checkColumns() {
        Column<E, ?> column = foreignKey.get();
        require(column.shape() == related(), "the foreign key is a column of the related schema", column);
        require(link().fits(), "a foreign key needs the type of the column it refers to", link());
        requireRead(link());
    }
}
