package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
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
    private final ItemSlot[] slots;

    RowFormat(Layout layout, List<ItemSlot> slots) {
        this.layout = layout;
        this.slots = slots.toArray(new ItemSlot[0]);
    }

    /** Returns the layout. */
    public Layout layout() {
        return layout;
    }

    /** Returns the format of a slot. */
    public Format format(int slot) {
        return slots[slot].format();
    }

    /** Returns the attribute of a slot. */
    public String name(int slot) {
        return slots[slot].name();
    }

    /** Tells whether a slot is written as NULL when it has no value. */
    public boolean writesNull(int slot) {
        return slots[slot].writesNull();
    }

    /** Returns what reads each slot of an item. */
    public List<SlotReader<Map<String, AttributeValue>>> readers() {
        return List.of(slots);
    }

    /** Returns what writes each slot of an item, raising {@link Unstorable}. */
    public List<SlotWriter<Map<String, AttributeValue>>> writers() {
        return List.of(slots);
    }

    /** Returns a new item without attributes. */
    public Map<String, AttributeValue> newItem() {
        return new HashMap<>((int) (slots.length / LOAD) + 1);
    }

    /**
     * Returns the attributes of a row.
     *
     * @throws Unstorable if the store has no place for a value
     */
    public Map<String, AttributeValue> writeRow(Row row) {
        Map<String, AttributeValue> item = newItem();
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot].write(item, row.get(slot));
        }
        return item;
    }

    /**
     * Returns the stored form of one value.
     *
     * @throws Unstorable if the store has no place for it
     */
    public AttributeValue writeSlot(int slot, Object value) {
        return slots[slot].stored(value);
    }

    /** Returns the row of an item; attributes that are missing, or NULL, are null. */
    public Row readRow(Map<String, AttributeValue> item) {
        @Nullable Object[] values = new Object[slots.length];
        for (int slot = 0; slot < slots.length; slot++) {
            values[slot] = slots[slot].read(item);
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
        for (ItemSlot slot : slots) {
            if (!slot.format().isComparable()) {
                return false;
            }
        }
        return true;
    }
}
