package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of a class of its own, made from the values of another type; what the conversion refuses does not fit. */
final class ConvertedType<B, V> implements Type<V> {
    private final String name;
    private final Type<B> base;
    private final Class<V> valueClass;
    private final Function<? super B, ? extends @Nullable V> from;
    private final Function<? super V, ? extends B> to;

    ConvertedType(
            String name,
            Type<B> base,
            Class<V> valueClass,
            Function<? super B, ? extends @Nullable V> from,
            Function<? super V, ? extends B> to) {
        this.name = name;
        this.base = base;
        this.valueClass = valueClass;
        this.from = from;
        this.to = to;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<V> valueClass() {
        return valueClass;
    }

    @Override
    public Storage storage() {
        return base.storage();
    }

    @Override
    public Cast<V> cast(Object input) {
        if (valueClass.isInstance(input) && valueClass != base.valueClass()) {
            return Cast.ok(valueClass.cast(input));
        }
        Cast<B> cast = base.cast(input);
        if (cast instanceof Cast.Failed<B> failed) {
            return failed.retyped();
        }
        B value = ((Cast.Ok<B>) cast).value();
        return value == null ? Cast.empty() : ScalarType.okOrFailed(convert(value));
    }

    @Override
    public Object dump(V value) {
        return base.dump(to.apply(value));
    }

    @Override
    public V load(Object stored) {
        return ScalarType.loaded(convert(base.load(stored)), name, stored);
    }

    @Override
    public Object dumpEmbedded(V value) {
        return base.dumpEmbedded(to.apply(value));
    }

    @Override
    public V loadEmbedded(Object stored) {
        return ScalarType.loaded(convert(base.loadEmbedded(stored)), name, stored);
    }

    @Override
    public Optional<Supplier<V>> generator() {
        return base.generator().map(made -> () -> Objects.requireNonNull(from.apply(made.get()), name));
    }

    @Override
    public boolean equal(V left, V right) {
        return left == right || base.equal(to.apply(left), to.apply(right));
    }

    @Override
    public String toString() {
        return name;
    }

    // Constructors refuse a value by an exception of their choice; here that is an answer, not an accident.
    private @Nullable V convert(B value) {
        try {
            return from.apply(value);
        } catch (RuntimeException refused) {
            return null;
        }
    }
}
