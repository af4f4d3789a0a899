package dev.ectype.changeset;

import java.util.List;
import java.util.Optional;

/** The embeds of a shape that needs no tokens of its own. */
final class PlainEmbeds {

    private PlainEmbeds() {}

    static final class One<R, E> extends PlainField<R, E> implements EmbedsOne<R, E> {
        private final RelationDefinition<R, E, E> definition;
        private final Optional<ChildChangeset<E>> child;

        One(RelationDefinition<R, E, E> definition) {
            super(definition.field());
            this.definition = definition;
            this.child = definition.childChangeset();
        }

        @Override
        public Shape<E> related() {
            return definition.related().get();
        }

        @Override
        public Optional<ChildChangeset<E>> childChangeset() {
            return child;
        }
    }

    static final class Many<R, E> extends PlainField<R, List<E>> implements EmbedsMany<R, E> {
        private final RelationDefinition<R, E, List<E>> definition;
        private final Optional<ChildChangeset<E>> child;

        Many(RelationDefinition<R, E, List<E>> definition) {
            super(definition.field());
            this.definition = definition;
            this.child = definition.childChangeset();
        }

        @Override
        public Shape<E> related() {
            return definition.related().get();
        }

        @Override
        public Optional<ChildChangeset<E>> childChangeset() {
            return child;
        }
    }
}
