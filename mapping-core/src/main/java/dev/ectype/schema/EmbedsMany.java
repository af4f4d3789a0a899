package dev.ectype.schema;

import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.RelationDefinition;
import dev.ectype.changeset.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A column that holds a list of records, stored inside their owner.
 *
 * @param <R> the owner
 * @param <E> the embedded record
 */
public final class EmbedsMany<R, E> extends Column<R, List<E>> implements dev.ectype.changeset.EmbedsMany<R, E> {
    private static final long serialVersionUID = 1L;

    private final transient RelationDefinition<R, E, List<E>> definition;

    EmbedsMany(RelationDefinition<R, E, List<E>> definition) {
        super(definition);
        this.definition = definition;
    }

    /** Returns the column of a field of each element, for a condition that any element has to meet. */
    public <V> Column<R, V> element(Field<E, V> field) {
        return Inside.elementField(this, field);
    }

    @Override
    public Shape<E> related() {
        return definition.related().get();
    }

    @Override
    public Optional<ChildChangeset<E>> childChangeset() {
        return definition.childChangeset();
    }
}
