package dev.ectype.changeset;

import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A shape of maps, declared by a builder. */
public final class MapShape extends Shape<Map<String, Object>> {

    private MapShape(Builder builder) {
        super(new MapConstruction(builder.name, builder.complete));
        builder.declarations.forEach(declaration -> declaration.accept(this));
        plan();
    }

    static Shape<Map<String, Object>> ofFields(Map<String, ? extends Type<?>> types) {
        Builder builder = new Builder();
        types.forEach(builder::field);
        return builder.build();
    }

    /** Collects the fields of a shape of maps. Not safe for use by several threads. */
    public static final class Builder {
        private final List<Consumer<MapShape>> declarations = new ArrayList<>();
        private String name = "map";
        private boolean complete;

        Builder() {}

        /** Gives the shape a name, for messages. */
        public Builder name(String shapeName) {
            this.name = shapeName;
            return this;
        }

        /** Lets a map have every field, with null or a default where there is no value. */
        public Builder complete() {
            this.complete = true;
            return this;
        }

        /** Adds a field. */
        public Builder field(String field, Type<?> type, FieldOption... options) {
            declarations.add(shape -> shape.field(field, type, options));
            return this;
        }

        /** Adds an embedded record. */
        public <E> Builder embedsOne(String field, Shape<E> related, ChildChangeset<E> child, FieldOption... options) {
            declarations.add(shape -> shape.embedsOne(field, related, child, options));
            return this;
        }

        /** Adds an embedded record whose casts have to say how it is cast. */
        public <E> Builder embedsOne(String field, Shape<E> related, FieldOption... options) {
            declarations.add(shape -> shape.embedsOne(field, related, options));
            return this;
        }

        /** Adds a list of embedded records. */
        public <E> Builder embedsMany(String field, Shape<E> related, ChildChangeset<E> child, FieldOption... options) {
            declarations.add(shape -> shape.embedsMany(field, related, child, options));
            return this;
        }

        /** Adds a list of embedded records whose casts have to say how each is cast. */
        public <E> Builder embedsMany(String field, Shape<E> related, FieldOption... options) {
            declarations.add(shape -> shape.embedsMany(field, related, options));
            return this;
        }

        /** Returns the shape. */
        public MapShape build() {
            return new MapShape(this);
        }
    }
}
