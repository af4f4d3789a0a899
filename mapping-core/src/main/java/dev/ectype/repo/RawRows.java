package dev.ectype.repo;

import dev.ectype.schema.Schema;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of maps that some other way of reading a store gave. */
final class RawRows {
    private RawRows() {}

    /** Returns a row of the values whose keys are names in the store; other keys are passed over. */
    static Row of(Schema<?> schema, Map<String, ?> values) {
        return row(schema.layout(), values);
    }

    private static Row row(Layout layout, Map<?, ?> values) {
        @Nullable Object[] slots = new Object[layout.size()];
        for (int i = 0; i < slots.length; i++) {
            Layout.Slot slot = layout.slot(i);
            slots[i] = neutral(slot.storage(), values.get(slot.source()));
        }
        return Row.over(layout, slots);
    }

    private static @Nullable Object neutral(Storage storage, @Nullable Object value) {
        if (storage instanceof Storage.Embedded embedded && value instanceof Map<?, ?> inner) {
            return row(embedded.layout().get(), inner);
        }
        if (storage instanceof Storage.OneOf kinds && value instanceof Map<?, ?> inner) {
            Layout layout = kinds.layout(String.valueOf(inner.get(kinds.tag())));
            return layout == null ? value : row(layout, inner);
        }
        return storage instanceof Storage.ListOf list && value instanceof List<?> elements
                ? elements(list.element(), elements)
                : value;
    }

    private static List<@Nullable Object> elements(Storage storage, List<?> elements) {
        List<@Nullable Object> neutral = new ArrayList<>(elements.size());
        elements.forEach(element -> neutral.add(neutral(storage, element)));
        return neutral;
    }
}
