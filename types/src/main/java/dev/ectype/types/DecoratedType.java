package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.util.Optional;
import java.util.function.Supplier;

/** A type that differs from another in a single respect: subclasses override that and leave the rest. */
abstract class DecoratedType<V> implements Type<V> {
    final Type<V> base;

    DecoratedType(Type<V> base) {
        this.base = base;
    }

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public final Class<? super V> valueClass() {
        return base.valueClass();
    }

    @Override
    public final Storage storage() {
        return base.storage();
    }

    @Override
    public final Optional<Type<?>> element() {
        return base.element();
    }

    @Override
    public Cast<V> cast(Object input) {
        return base.cast(input);
    }

    @Override
    public final Object dump(V value) {
        return base.dump(value);
    }

    @Override
    public V load(Object stored) {
        return base.load(stored);
    }

    @Override
    public Optional<Supplier<V>> generator() {
        return base.generator();
    }

    @Override
    public final boolean equal(V left, V right) {
        return base.equal(left, right);
    }

    @Override
    public final Object dumpEmbedded(V value) {
        return base.dumpEmbedded(value);
    }

    @Override
    public V loadEmbedded(Object stored) {
        return base.loadEmbedded(stored);
    }

    @Override
    public final String toString() {
        return name();
    }
}
