package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.io.BsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * Records of one layout, stored as documents without the fields that are null. Names are expected in the order of the
 * slots, in which they were written, and looked up only where they are not; fields that no slot has are passed over.
 */
public final class RowFormat implements Format {
    private final Layout layout;
    private final String[] names;
    private final Name[] stored;
    private final Format[] formats;
    private final Map<String, Integer> byName = new HashMap<>();
    private final @Nullable KeyPart key;

    RowFormat(Layout layout, List<String> names, List<Format> formats, @Nullable KeyPart key) {
        this.layout = layout;
        this.names = names.toArray(new String[0]);
        this.stored = names.stream().map(Name::of).toArray(Name[]::new);
        this.formats = formats.toArray(new Format[0]);
        this.key = key;
        for (int i = 0; i < this.names.length; i++) {
            if (key == null || !key.has(i)) {
                byName.put(this.names[i], i);
            }
        }
    }

    /** Returns the layout. */
    public Layout layout() {
        return layout;
    }

    /** Returns the format of these rows when more slots follow, each a list of rows of another format. */
    public RowFormat with(Layout longer, List<RowFormat> lists) {
        List<String> allNames = new ArrayList<>(List.of(names));
        List<Format> allFormats = new ArrayList<>(List.of(formats));
        for (RowFormat each : lists) {
            allNames.add(longer.slot(allNames.size()).source());
            allFormats.add(new ListFormat(each, false));
        }
        return new RowFormat(longer, allNames, allFormats, key);
    }

    /** Returns the stored path of a slot of the row itself: one name, or two for a part of a composite key. */
    public String path(int slot) {
        return key != null && key.has(slot) ? KeyPart.NAME + "." + names[slot] : names[slot];
    }

    /** Returns the format of a slot. */
    public Format format(int slot) {
        return formats[slot];
    }

    @Override
    public void write(Sink sink, Object value) {
        if (!(value instanceof Row row)) {
            throw new Unstorable("expected a record but was " + value.getClass().getSimpleName());
        }
        int start = sink.startDocument();
        writeFields(sink, row);
        sink.endDocument(start);
    }

    /**
     * Writes a row as a document of its own.
     *
     * @throws Unstorable if the store has no place for it
     */
    public void write(BsonOutput output, Row row) {
        ByteSink sink = new ByteSink(output);
        int start = sink.startRoot();
        writeFields(sink, row);
        sink.endDocument(start);
    }

    void writeFields(Sink sink, Row row) {
        if (key != null) {
            key.write(sink, row, this);
        }
        for (int i = 0; i < names.length; i++) {
            Object value = row.get(i);
            if (value != null && (key == null || !key.has(i))) {
                writeSlot(sink, i, value);
            }
        }
    }

    void writeSlot(Sink sink, int slot, Object value) {
        sink.name(stored[slot]);
        try {
            formats[slot].write(sink, value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(layout.slot(slot).name());
        }
    }

    @Override
    public Object read(BsonReader reader, BsonType type) {
        return type == BsonType.DOCUMENT ? readRow(reader) : Natural.read(reader, type);
    }

    Row readRow(BsonReader reader) {
        @Nullable Object[] values = new Object[names.length];
        reader.readStartDocument();
        int expected = 0;
        BsonType type = reader.readBsonType();
        while (type != BsonType.END_OF_DOCUMENT) {
            int slot = slotOf(reader.readName(), expected);
            if (slot >= 0) {
                values[slot] = readSlot(reader, type, slot);
                expected = slot + 1;
            } else {
                readOther(reader, type, values);
            }
            type = reader.readBsonType();
        }
        reader.readEndDocument();
        return Row.over(layout, values);
    }

    private void readOther(BsonReader reader, BsonType type, @Nullable Object[] values) {
        if (key != null && type == BsonType.DOCUMENT && reader.getCurrentName().equals(KeyPart.NAME)) {
            key.read(reader, values, this);
        } else {
            reader.skipValue();
        }
    }

    @Nullable
    Object readSlot(BsonReader reader, BsonType type, int slot) {
        if (type == BsonType.NULL || type == BsonType.UNDEFINED) {
            reader.skipValue();
            return null;
        }
        return formats[slot].read(reader, type);
    }

    private int slotOf(String name, int expected) {
        if (expected < names.length && names[expected].equals(name) && (key == null || !key.has(expected))) {
            return expected;
        }
        Integer found = byName.get(name);
        return found == null ? -1 : found;
    }

    String name(int slot) {
        return names[slot];
    }
}
