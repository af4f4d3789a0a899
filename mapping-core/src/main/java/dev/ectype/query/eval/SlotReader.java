package dev.ectype.query.eval;

import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads one slot of a row. Rows of sibling layouts have the same source in different slots, so it is found by its name
 * in the store, once as long as rows of one layout come in. Safe for use by several threads: what one of them found is
 * immutable, and finding it twice does no harm.
 */
final class SlotReader implements Expression {
    private final Slot slot;
    private Found last = new Found(null, -1);

    SlotReader(Slot slot) {
        this.slot = slot;
    }

    private record Found(@Nullable Layout layout, int index) {}

    @Override
    public @Nullable Object of(@Nullable Object root) {
        if (!(root instanceof Row row)) {
            return null;
        }
        Found found = last;
        if (found.layout() != row.layout()) {
            found = find(row.layout());
            last = found;
        }
        return found.index() < 0 ? null : row.get(found.index());
    }

    private Found find(Layout layout) {
        return new Found(layout, layout.indexOfSource(slot.source()));
    }
}
