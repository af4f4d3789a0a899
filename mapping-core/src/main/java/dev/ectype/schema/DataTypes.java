package dev.ectype.schema;

import dev.ectype.types.Type;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * The data types that make jOOQ keep a column's values as they are, whatever their class. Its own types would convert a
 * value of another class before the column's type sees it: the text {@code abc} for a number to null, 1.9 to 1. They are said
 * to hold no null, as every value does that a column is compared with; jOOQ would make another type for each such value.
 */
final class DataTypes {
    private DataTypes() {}

    /** Keeps jOOQ from printing its logo and a tip when a condition is first printed, unless the program says otherwise. */
    static void keepJooqQuiet() {
        for (String notice : List.of("org.jooq.no-logo", "org.jooq.no-tips")) {
            if (System.getProperty(notice) == null) {
                System.setProperty(notice, "true");
            }
        }
    }

    /** Returns a type whose values pass untouched; those of a redacted column are not shown when a condition is printed. */
    @SuppressWarnings("unchecked") // for a generic class, its raw class
    static <V> DataType<V> of(Type<V> type, boolean redacted) {
        Converter<Object, V> untouched = untouched((Class<V>) type.valueClass());
        DataType<V> kept = redacted
                ? SQLDataType.OTHER.asConvertedDataType(hidden(untouched))
                : SQLDataType.OTHER.asConvertedDataType(untouched);
        return kept.notNull();
    }

    /** Returns a type for values of any class. */
    @SuppressWarnings("unchecked") // jOOQ only passes the values on
    static <V> DataType<V> opaque() {
        return (DataType<V>) SQLDataType.OTHER;
    }

    @SuppressWarnings("unchecked") // a value of another class is found when it is cast
    private static <V> Converter<Object, V> untouched(Class<V> valueClass) {
        return Converter.of(Object.class, valueClass, value -> (V) value, value -> value);
    }

    private static <V> Binding<Object, V> hidden(Converter<Object, V> converter) {
        return Binding.of(converter, context -> context.render().sql("?"), context -> {}, context -> {});
    }
}
