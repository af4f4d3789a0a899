package dev.ectype.changeset;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a shape are made and read: the canonical constructor of a record, a function over the values, or
 * a map. Bound to the shape's fields once, when the shape is first used.
 *
 * @param <R> the record
 */
public interface Construction<R> {

    /** Returns the name of the record, for messages. */
    String name();

    /** Returns the class of the records; for maps, {@code Map}. */
    Class<? super R> type();

    /**
     * Ties this construction to the fields of a shape.
     *
     * @throws IllegalStateException if the fields and the record do not fit, naming each that does not
     */
    Binding<R> bind(List<? extends Field<R, ?>> fields);

    /** Constructs a record class by its canonical constructor and reads it by its accessors. */
    static <R> Construction<R> ofRecord(Class<R> recordClass) {
        return new RecordConstruction<>(recordClass, MethodHandles.lookup());
    }

    /** Like {@link #ofRecord(Class)}, for a record that only {@code lookup} may see. */
    static <R> Construction<R> ofRecord(Class<R> recordClass, MethodHandles.Lookup lookup) {
        return new RecordConstruction<>(recordClass, lookup);
    }

    /** Constructs by a function over the values: a builder, a constructor, a factory. Say how to read it, too. */
    static <R> Functions<R> by(Class<R> type, Function<Values, R> maker) {
        return new Functions<>(type, maker, Map.of());
    }

    /**
     * A construction by functions. Immutable.
     *
     * @param <R> the record
     */
    final class Functions<R> implements Construction<R> {
        private final Class<R> type;
        private final Function<Values, R> maker;
        private final Map<String, Function<? super R, ?>> readers;

        Functions(Class<R> type, Function<Values, R> maker, Map<String, Function<? super R, ?>> readers) {
            this.type = type;
            this.maker = maker;
            this.readers = readers;
        }

        /** Returns a construction that also knows how to read one field. */
        public Functions<R> reading(String field, Function<? super R, ?> reader) {
            Map<String, Function<? super R, ?>> more = new LinkedHashMap<>(readers);
            more.put(field, reader);
            return new Functions<>(type, maker, more);
        }

        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public Class<R> type() {
            return type;
        }

        @Override
        public Binding<R> bind(List<? extends Field<R, ?>> fields) {
            return FunctionBinding.of(name(), maker, readers, fields);
        }
    }

    /** The values of a record to be made. */
    interface Values {

        /** Returns the value of a field, or null; the caller knows its type. */
        @SuppressWarnings("TypeParameterUnusedInFormals") // the caller names the type, as it does for a cast
        <V> @Nullable V get(String field);

        /** Returns the value of a field, or null. */
        <V> @Nullable V get(Field<?, V> field);
    }
}
