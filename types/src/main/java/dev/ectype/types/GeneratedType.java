package dev.ectype.types;

import java.util.Optional;
import java.util.function.Supplier;

/** A type whose new values come from a source of its own. */
final class GeneratedType<V> extends DecoratedType<V> {
    private final Supplier<V> source;

    GeneratedType(Type<V> base, Supplier<V> source) {
        super(base);
        this.source = source;
    }

    @Override
    public Optional<Supplier<V>> generator() {
        return Optional.of(source);
    }
}
