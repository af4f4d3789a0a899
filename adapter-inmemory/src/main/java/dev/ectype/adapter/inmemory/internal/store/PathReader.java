package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the value at the end of a path, null where the path leads to nothing. Immutable. */
@FunctionalInterface
interface PathReader {

    /** Returns the value of a row of the layout that the reader was made for. */
    @Nullable Object read(Row row);

    /** Returns the reader of a path from rows of a layout, in which the first slot is found by its stored name. */
    static PathReader of(FieldPath path, Layout layout) {
        int slot = layout.indexOfSource(((FieldPath.Slot) path.steps().get(0)).source());
        if (path.isTopLevel()) {
            return row -> row.get(slot);
        }
        List<FieldPath.Step> rest = path.steps().subList(1, path.steps().size());
        return row -> walk(row.get(slot), rest);
    }

    private static @Nullable Object walk(@Nullable Object start, List<FieldPath.Step> steps) {
        Object value = start;
        for (int i = 0; i < steps.size() && value != null; i++) {
            value = step(value, steps.get(i));
        }
        return value;
    }

    private static @Nullable Object step(Object value, FieldPath.Step step) {
        if (step instanceof FieldPath.Slot slot) {
            return value instanceof Row row ? slot(row, slot) : null;
        }
        if (step instanceof FieldPath.Position position) {
            return value instanceof List<?> list && position.index() < list.size() ? list.get(position.index()) : null;
        }
        return value instanceof Map<?, ?> map ? map.get(((FieldPath.Key) step).key()) : null;
    }

    private static @Nullable Object slot(Row row, FieldPath.Slot slot) {
        int index = row.layout().indexOfSource(slot.source());
        return index < 0 ? null : row.get(index);
    }
}
