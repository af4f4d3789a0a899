package dev.ectype.changeset;

import dev.ectype.types.Type;

/** The field of a shape that needs no token of its own. */
class PlainField<R, V> implements Field<R, V> {
    private final FieldDefinition<R, V> definition;
    private final int ordinal;

    PlainField(FieldDefinition<R, V> definition) {
        this.definition = definition;
        this.ordinal = definition.ordinal();
    }

    @Override
    public final String name() {
        return definition.name();
    }

    @Override
    public final Type<V> type() {
        return definition.type();
    }

    @Override
    public final Shape<R> shape() {
        return definition.shape();
    }

    @Override
    public final int ordinal() {
        return ordinal;
    }

    @Override
    public final FieldSettings settings() {
        return definition.settings();
    }

    @Override
    public final String toString() {
        return definition.shape().name() + "." + definition.name();
    }
}
