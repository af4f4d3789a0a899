package dev.ectype.schema;

import dev.ectype.changeset.ChildChangeset;
import dev.ectype.changeset.RelationDefinition;
import dev.ectype.changeset.Shape;
import java.util.Optional;

/**
 * A column that holds one record, stored inside its owner.
 *
 * @param <R> the owner
 * @param <E> the embedded record
 */
public final class EmbedsOne<R, E> extends Column<R, E> implements dev.ectype.changeset.EmbedsOne<R, E> {
    private static final long serialVersionUID = 1L;

    private final transient RelationDefinition<R, E, E> definition;

    EmbedsOne(RelationDefinition<R, E, E> definition) {
        super(definition);
        this.definition = definition;
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
