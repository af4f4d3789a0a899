package dev.ectype.query.eval;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Canonical forms of values with parts, and of bytes. */
final class Canonical {
    private Canonical() {}

    /** What makes a row: its tag, and the values that are not null by their names in the store. */
    private record RowParts(Optional<String> tag, Map<String, Object> values) {}

    static Object of(Object value) {
        if (value instanceof Row row) {
            return new RowParts(row.layout().tag(), values(present(row)));
        }
        if (value instanceof List<?> list) {
            return addAll(list, new ArrayList<>(list.size()));
        }
        if (value instanceof Set<?> set) {
            return addAll(set, new HashSet<>());
        }
        return value instanceof Map<?, ?> map ? values(map) : ByteBuffer.wrap((byte[]) value);
    }

    /** Returns the values of a row that are not null, by their names in the store. */
    static Map<String, Object> present(Row row) {
        Map<String, Object> present = new HashMap<>();
        List<Layout.Slot> slots = row.layout().slots();
        for (int i = 0; i < slots.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                present.put(slots.get(i).source(), value);
            }
        }
        return present;
    }

    private static <C extends Collection<@Nullable Object>> C addAll(Collection<?> values, C canonical) {
        for (Object value : values) {
            canonical.add(nullable(value));
        }
        return canonical;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // maps of stored values are keyed by text and may hold nulls
    private static Map<String, Object> values(Map<?, ?> map) {
        Map<String, Object> canonical = new HashMap<>();
        map.forEach((key, value) -> canonical.put((String) key, nullable(value)));
        return canonical;
    }

    private static @Nullable Object nullable(@Nullable Object value) {
        return value == null ? null : Values.canonical(value);
    }
}
