package dev.ectype.tck.harness;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stored values as text, for messages and for comparing them: two values of one storage kind have the same text if they
 * are the same value. The rows of the kit hold no secrets.
 */
public final class Texts {
    private Texts() {}

    /** Returns the text of each row. */
    public static List<String> ofRows(Collection<Row> rows) {
        return rows.stream().map(Texts::of).toList();
    }

    /** Returns the text of a row: its values that are not null, by their names in the store. */
    public static String of(Row row) {
        List<Layout.Slot> slots = row.layout().slots();
        String values = slots.stream()
                .map(slot -> slots.indexOf(slot))
                .filter(slot -> row.get(slot) != null)
                .map(slot -> slots.get(slot).source() + "=" + of(row.get(slot)))
                .collect(Collectors.joining(", ", "{", "}"));
        return row.layout().tag().map(tag -> tag + values).orElse(values);
    }

    /** Returns the text of a value. */
    public static String of(@Nullable Object value) {
        if (value instanceof Row row) {
            return of(row);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Texts::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Texts::of).sorted().collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Map<?, ?> map ? ofMap(map) : ofScalar(value);
    }

    private static String ofMap(Map<?, ?> map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), of(value)));
        return sorted.toString();
    }

    private static String ofScalar(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String kind = value.getClass().getSimpleName();
        if (value instanceof byte[] bytes) {
            return kind + ":" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof BigDecimal decimal) {
            return kind + ":"
                    + (decimal.signum() == 0
                            ? "0"
                            : decimal.stripTrailingZeros().toString());
        }
        if (value instanceof Double number && number == 0) {
            return kind + ":0.0";
        }
        return value instanceof String text ? '"' + text + '"' : kind + ":" + value;
    }
}
