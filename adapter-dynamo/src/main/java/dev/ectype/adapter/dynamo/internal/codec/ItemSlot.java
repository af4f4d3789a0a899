package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One slot of the items of a table, or of the maps of embedded records.
 *
 * @param field the name of the field, for messages
 * @param name the name of the attribute
 * @param format how its values are stored
 * @param writesNull whether it is written as NULL when there is no value, and not left out
 */
record ItemSlot(String field, String name, Format format, boolean writesNull)
        implements SlotReader<Map<String, AttributeValue>>, SlotWriter<Map<String, AttributeValue>> {

    @Override
    public @Nullable Object read(Map<String, AttributeValue> item) {
        AttributeValue stored = item.get(name);
        return stored == null ? null : Natural.readNullable(format, stored);
    }

    @Override
    public void write(Map<String, AttributeValue> item, @Nullable Object value) {
        if (value != null) {
            item.put(name, stored(value));
        } else if (writesNull) {
            item.put(name, Kind.nothing());
        }
    }

    /** Returns the stored form of a value. */
    AttributeValue stored(Object value) {
        try {
            return format.write(value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(field);
        }
    }
}
