package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records of one layout, stored as maps of attributes without those that are null, but for fields that are said to be
 * written as NULL. Attributes that no slot has are passed over.
 */
public final class RowFormat implements Format {
    private static final float LOAD = 0.75f;
    private final Layout layout;
    private final String[] names;
    private final Format[] formats;
    private final boolean[] writesNull;

    RowFormat(Layout layout, List<Format> formats, boolean[] writesNull) {
        this.layout = layout;
        this.names = layout.slots().stream().map(Layout.Slot::source).toArray(String[]::new);
        this.formats = formats.toArray(new Format[0]);
        this.writesNull = writesNull;
    }

    /** Returns the layout. */
    public Layout layout() {
        return layout;
    }

    /** Returns the format of a slot. */
    public Format format(int slot) {
        return formats[slot];
    }

    /** Returns the attribute of a slot. */
    public String name(int slot) {
        return names[slot];
    }

    /** Tells whether a slot is written as NULL when it has no value. */
    public boolean writesNull(int slot) {
        return writesNull[slot];
    }

    /**
     * Returns the attributes of a row.
     *
     * @throws Unstorable if the store has no place for a value
     */
    public Map<String, AttributeValue> writeRow(Row row) {
        Map<String, AttributeValue> item = new HashMap<>((int) (names.length / LOAD) + 1);
        for (int slot = 0; slot < names.length; slot++) {
            Object value = row.get(slot);
            if (value != null) {
                item.put(names[slot], writeSlot(slot, value));
            } else if (writesNull[slot]) {
                item.put(names[slot], Kind.nothing());
            }
        }
        return item;
    }

    /**
     * Returns the stored form of one value.
     *
     * @throws Unstorable if the store has no place for it
     */
    public AttributeValue writeSlot(int slot, Object value) {
        try {
            return formats[slot].write(value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(layout.slot(slot).name());
        }
    }

    /** Returns the row of an item; attributes that are missing, or NULL, are null. */
    public Row readRow(Map<String, AttributeValue> item) {
        @Nullable Object[] values = new Object[names.length];
        for (int slot = 0; slot < names.length; slot++) {
            AttributeValue stored = item.get(names[slot]);
            values[slot] = stored == null ? null : Natural.readNullable(formats[slot], stored);
        }
        return Row.over(layout, values);
    }

    @Override
    public AttributeValue write(Object value) {
        if (value instanceof Row row) {
            return AttributeValue.createM(writeRow(row));
        }
        throw new Unstorable("expected a record but was " + value.getClass().getSimpleName());
    }

    @Override
    public Object read(AttributeValue stored) {
        return stored.hasM() ? readRow(stored.m()) : Natural.read(stored);
    }

    @Override
    public Kind kind() {
        return Kind.M;
    }

    @Override
    public boolean isComparable() {
        for (Format format : formats) {
            if (!format.isComparable()) {
                return false;
            }
        }
        return true;
    }
}
