package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one layout become rows of another that describes the same stored records: values go to the slot of the
 * same stored name, and rows within them likewise. Immutable.
 */
final class LayoutMapping {
    private final Layout from;
    private final Layout to;
    private final int[] origins;

    private LayoutMapping(Layout from, Layout to) {
        this.from = from;
        this.to = to;
        this.origins = to.slots().stream()
                .mapToInt(slot -> from.indexOfSource(slot.source()))
                .toArray();
    }

    /** Returns the row itself if it has that layout, or else a row that has. */
    static Row convert(Row row, Layout layout) {
        return row.layout() == layout ? row : new LayoutMapping(row.layout(), layout).apply(row);
    }

    /** Returns a mapping between the two, this one if it is. */
    static LayoutMapping reuse(@Nullable LayoutMapping known, Layout from, Layout to) {
        return known != null && known.from == from && known.to == to ? known : new LayoutMapping(from, to);
    }

    Row apply(Row row) {
        @Nullable Object[] values = new Object[origins.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = origins[i] < 0
                    ? null
                    : value(row.get(origins[i]), to.slot(i).storage());
        }
        return Row.over(to, values);
    }

    private static @Nullable Object value(@Nullable Object value, Storage storage) {
        if (value == null || storage instanceof Storage.Scalar) {
            return value;
        }
        if (value instanceof Row row) {
            return convert(row, target(row, storage));
        }
        if (value instanceof Map<?, ?> map && storage instanceof Storage.MapOf of) {
            return map(map, of.value());
        }
        return value instanceof Collection<?> collection ? collection(collection, storage) : value;
    }

    private static Layout target(Row row, Storage storage) {
        if (storage instanceof Storage.Embedded embedded) {
            return embedded.layout().get();
        }
        Layout sibling = storage instanceof Storage.OneOf oneOf
                ? row.layout().tag().map(oneOf::layout).orElse(null)
                : null;
        return sibling == null ? row.layout() : sibling;
    }

    @SuppressWarnings("NullAway") // elements may be null, which the JDK's collections allow
    private static Object collection(Collection<?> values, Storage storage) {
        if (values instanceof Set<?> && storage instanceof Storage.SetOf of) {
            Set<Object> converted = new LinkedHashSet<>();
            values.forEach(element -> converted.add(value(element, of.element())));
            return converted;
        }
        if (!(storage instanceof Storage.ListOf of)) {
            return values;
        }
        return values.stream().map(element -> value(element, of.element())).toList();
    }

    @SuppressWarnings("NullAway") // values may be null, which the JDK's maps allow
    private static Map<?, ?> map(Map<?, ?> map, Storage storage) {
        Map<Object, Object> converted = new LinkedHashMap<>();
        map.forEach((key, element) -> converted.put(key, value(element, storage)));
        return converted;
    }
}
