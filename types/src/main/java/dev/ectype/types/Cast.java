package dev.ectype.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of casting one value: the value, or the data of an error.
 *
 * @param <V> the Java type of a cast value
 */
public sealed interface Cast<V> {

    /** Returns a success. */
    static <V> Cast<V> ok(V value) {
        return new Ok<>(value);
    }

    /** Returns a success without a value: the input stands for null, as a form's blank date parts do. */
    @SuppressWarnings("unchecked") // it holds no value, so one instance serves every type
    static <V> Cast<V> empty() {
        return (Cast<V>) Ok.EMPTY;
    }

    /** Returns a failure with the standard text, "is invalid". */
    @SuppressWarnings("unchecked") // a failure holds no value, so one instance serves every type
    static <V> Cast<V> failed() {
        return (Cast<V>) Failed.PLAIN;
    }

    /** Returns a failure with a text of its own, whose {@code %{name}} parts are filled from the arguments. */
    static <V> Cast<V> failed(String message, Map<String, ?> arguments) {
        return new Failed<>(message, Map.copyOf(arguments), List.of());
    }

    /** Returns a failure with a text of its own. */
    static <V> Cast<V> failed(String message) {
        return failed(message, Map.of());
    }

    /**
     * A value that fits the type.
     *
     * @param value the value, or null if the input stands for none; few types have such inputs
     */
    record Ok<V>(@Nullable V value) implements Cast<V> {
        private static final Ok<Object> EMPTY = new Ok<>(null);
    }

    /**
     * A value that does not fit.
     *
     * @param message the text, or null for the standard one
     * @param arguments what the text and a program may want to know, such as the allowed values
     * @param path where inside the value it failed: list indexes and map keys, outermost first; empty for all of it
     */
    record Failed<V>(@Nullable String message, Map<String, Object> arguments, List<Object> path) implements Cast<V> {
        private static final Failed<Object> PLAIN = new Failed<>(null, Map.of(), List.of());

        /** Copies the collections. */
        public Failed {
            arguments = Map.copyOf(arguments);
            path = List.copyOf(path);
        }

        /** Tells whether it says nothing beyond "is invalid", so that a collection around it says no more either. */
        public boolean isPlain() {
            return message == null && arguments.isEmpty();
        }

        /** Returns the same failure for a value of another type. */
        @SuppressWarnings("unchecked") // a failure holds no value
        public <W> Failed<W> retyped() {
            return (Failed<W>) this;
        }

        /** Returns the same failure one level further out: below a list index or map key. */
        public Failed<V> under(Object step) {
            List<Object> longer = new ArrayList<>(path.size() + 1);
            longer.add(step);
            longer.addAll(path);
            return new Failed<>(message, arguments, longer);
        }
    }
}
