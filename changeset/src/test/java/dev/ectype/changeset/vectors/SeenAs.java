package dev.ectype.changeset.vectors;

import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of our types under the name that the files have for it, and with values of the class that they see: text for UUIDs
 * and bytes, and something that is no text for the names of an enum.
 */
record SeenAs<B, V>(String name, Type<B> base, Class<V> valueClass, Function<B, V> seen, Function<V, B> held)
        implements Type<V> {

    /** One of the names of an enum. */
    record Atom(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("unchecked") // the class is that of the type's values
    static <V> Type<V> named(String name, Type<V> base) {
        return new SeenAs<>(name, base, (Class<V>) base.valueClass(), value -> value, value -> value);
    }

    @Override
    public Storage storage() {
        return base.storage();
    }

    @Override
    public Optional<Type<?>> element() {
        return base.element();
    }

    @Override
    public Cast<V> cast(Object input) {
        Object given = input instanceof Atom atom ? atom.name() : input;
        if (base.cast(given) instanceof Cast.Failed<B> failed) {
            return new Cast.Failed<>(failed.message(), failed.arguments(), failed.path());
        }
        return Cast.ok(seen.apply(((Cast.Ok<B>) base.cast(given)).value()));
    }

    @Override
    public Object dump(V value) {
        return base.dump(held.apply(value));
    }

    @Override
    public V load(Object stored) {
        return seen.apply(base.load(stored));
    }

    @Override
    public boolean equal(V left, V right) {
        return valueClass == String.class ? left.equals(right) : base.equal(held.apply(left), held.apply(right));
    }
}
