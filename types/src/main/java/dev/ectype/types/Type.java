package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How one kind of value is cast from outside, dumped to a store and loaded back. Implementations are immutable and
 * safe for use by several threads; {@code null} never reaches them, since the absence of a value has no type.
 *
 * <p>Laws: {@code load(dump(v))} is {@linkplain #equal equal} to {@code v}; casting a cast value gives it back;
 * {@code equal} is an equivalence; {@code cast} never throws, whatever object it is given.
 *
 * @param <V> the Java type of a cast value
 */
public interface Type<V> {

    /** Returns the name that errors and schemas show, such as {@code integer} or {@code list of string}. */
    String name();

    /** Returns the class of the values; for a generic type, its raw class. */
    Class<? super V> valueClass();

    /** Returns the neutral kind that {@link #dump} produces and {@link #load} reads. */
    Storage storage();

    /** Returns the type of the elements, if the values of this type are lists or sets. */
    default Optional<Type<?>> element() {
        return Optional.empty();
    }

    /**
     * Casts a value from outside: a parameter, a query value, a default. Values of the Java type itself are accepted
     * as well as the representations that the type documents.
     */
    Cast<V> cast(Object input);

    /**
     * Turns a value into its neutral stored form, an instance of the class that {@link #storage} documents.
     *
     * @throws IllegalArgumentException if the value was never cast and does not fit the type, such as a time with
     *     more precision than the type keeps
     */
    Object dump(V value);

    /**
     * Reads a neutral stored form.
     *
     * @throws LoadException if the stored value is not one that this type writes
     */
    V load(Object stored);

    /** Returns what makes a new value that nobody else has, if the values of this type are such: identifiers. */
    default Optional<Supplier<V>> generator() {
        return Optional.empty();
    }

    /** Tells whether two values are the same value, which may be wider than {@code equals}: 1.0 and 1.00 are. */
    default boolean equal(V left, V right) {
        return left.equals(right);
    }

    /** Turns a value into its neutral form inside an embedded record; the same as {@link #dump} unless overridden. */
    default Object dumpEmbedded(V value) {
        return dump(value);
    }

    /**
     * Reads a neutral form from inside an embedded record; the same as {@link #load} unless overridden.
     *
     * @throws LoadException if the stored value is not one that this type writes
     */
    default V loadEmbedded(Object stored) {
        return load(stored);
    }
}
