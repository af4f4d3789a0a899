package dev.ectype.types.stored;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One stored record, or one embedded in another: a neutral value for each slot of its layout, null where the store
 * has none. The array is handed over, not copied: whoever builds a row gives it up, and nobody changes it afterwards.
 */
public final class Row {
    private final Layout layout;
    private final @Nullable Object[] values;

    /** No lock: whoever does not see it yet makes an equal one. */
    private @Nullable Object kept;

    private Row(Layout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    /** Returns a row over the array itself, which the caller must not touch again. */
    public static Row over(Layout layout, @Nullable Object[] values) {
        if (values.length != layout.size()) {
            throw new IllegalArgumentException(
                    "a row of " + values.length + " values for a layout of " + layout.size() + " slots");
        }
        return new Row(layout, values);
    }

    /** Returns the layout. */
    public Layout layout() {
        return layout;
    }

    /** Returns the value of one slot, or null. */
    public @Nullable Object get(int slot) {
        return values[slot];
    }

    /** Returns a copy of all values in the order of the slots. */
    public @Nullable Object[] toArray() {
        return values.clone();
    }

    /** Returns a row with one slot changed. */
    public Row with(int slot, @Nullable Object value) {
        @Nullable Object[] copy = values.clone();
        copy[slot] = value;
        return new Row(layout, copy);
    }

    /** Returns what was made of this row before, if it was kept; null otherwise. */
    public @Nullable Object kept() {
        return kept;
    }

    /**
     * Keeps what was made of this row, an immutable object with final fields, so that it need not be made again. It is no part
     * of the row's value, and a copy does not have it.
     */
    public void keep(Object made) {
        kept = made;
    }

    /** Rows of one layout are equal when their values are, by {@link Object#equals}; arrays by content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && layout == that.layout && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** Names the slots and not their values, which may be secret. */
    @Override
    public String toString() {
        return "Row" + layout.slots().stream().map(Layout.Slot::name).toList();
    }
}
