package dev.ectype.schema;

import dev.ectype.types.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** The data types that make jOOQ keep a column's values as they are. */
final class DataTypes {
    /** Where jOOQ has a type for a class, conditions can also be rendered for a database, as tests do. */
    private static final Map<Class<?>, DataType<?>> KNOWN = Map.ofEntries(
            Map.entry(String.class, SQLDataType.VARCHAR),
            Map.entry(Integer.class, SQLDataType.INTEGER),
            Map.entry(Long.class, SQLDataType.BIGINT),
            Map.entry(BigInteger.class, SQLDataType.DECIMAL_INTEGER),
            Map.entry(BigDecimal.class, SQLDataType.NUMERIC),
            Map.entry(Double.class, SQLDataType.DOUBLE),
            Map.entry(Boolean.class, SQLDataType.BOOLEAN),
            Map.entry(LocalDate.class, SQLDataType.LOCALDATE),
            Map.entry(LocalTime.class, SQLDataType.LOCALTIME),
            Map.entry(LocalDateTime.class, SQLDataType.LOCALDATETIME),
            Map.entry(Instant.class, SQLDataType.INSTANT),
            Map.entry(UUID.class, SQLDataType.UUID),
            Map.entry(byte[].class, SQLDataType.VARBINARY));

    private DataTypes() {}

    @SuppressWarnings("unchecked") // the map's keys are the classes of its types' values
    static <V> DataType<V> of(Type<V> type) {
        DataType<?> known = KNOWN.get(type.valueClass());
        return known != null ? (DataType<V>) known : opaque((Class<V>) type.valueClass());
    }

    /** A type of whose values jOOQ knows only the class; they pass through it untouched. */
    @SuppressWarnings("unchecked") // identity, from the class to itself
    private static <V> DataType<V> opaque(Class<V> valueClass) {
        Function<Object, V> same = value -> (V) value;
        return SQLDataType.OTHER.asConvertedDataType(valueClass, same, value -> value);
    }

    /** A type for values of any class. */
    @SuppressWarnings("unchecked") // jOOQ only passes the values on
    static <V> DataType<V> opaque() {
        return (DataType<V>) SQLDataType.OTHER;
    }
}
