package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonBinaryReader;
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
    private final Name[] names;
    private final Format[] formats;
    private final Map<String, Integer> byName = new HashMap<>();
    private final @Nullable KeyPart key;

    RowFormat(Layout layout, List<String> names, List<Format> formats, @Nullable KeyPart key) {
        this.layout = layout;
        this.names = names.stream().map(Name::of).toArray(Name[]::new);
        this.formats = formats.toArray(new Format[0]);
        this.key = key;
        for (int i = 0; i < this.names.length; i++) {
            if (key == null || !key.has(i)) {
                byName.put(this.names[i].text(), i);
            }
        }
    }

    /** Returns the layout. */
    public Layout layout() {
        return layout;
    }

    /** Returns the format of these rows when more slots follow, each a list of rows of another format. */
    public RowFormat with(Layout longer, List<RowFormat> lists) {
        List<String> allNames = Arrays.stream(names).map(Name::text).collect(Collectors.toCollection(ArrayList::new));
        List<Format> allFormats = new ArrayList<>(List.of(formats));
        for (RowFormat each : lists) {
            allNames.add(longer.slot(allNames.size()).source());
            allFormats.add(new ListFormat(each, false));
        }
        return new RowFormat(longer, allNames, allFormats, key);
    }

    /** Returns the stored path of a slot of the row itself: one name, or two for a part of a composite key. */
    public String path(int slot) {
        return key != null && key.has(slot) ? KeyPart.NAME + "." + name(slot) : name(slot);
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
        sink.name(names[slot]);
        try {
            formats[slot].write(sink, value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(layout.slot(slot).name());
        }
    }

    /**
     * Reads a document of its own.
     *
     * @throws MappingException if a value of it has no counterpart here
     */
    public Row read(BsonReader reader) {
        try {
            return readRoot(reader);
        } catch (Unreadable unreadable) {
            throw unreadable.toMappingException();
        }
    }

    private Row readRoot(BsonReader reader) {
        if (reader instanceof BsonBinaryReader binary) {
            int end = ByteIntake.start(binary);
            Row row = readFields(new ByteIntake(binary.getBsonInput()), end);
            reader.readEndDocument();
            return row;
        }
        return readRow(new ReaderIntake(reader));
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        return type == BsonType.DOCUMENT ? readRow(intake) : Natural.read(intake, type);
    }

    private Row readRow(Intake intake) {
        int end = intake.startDocument();
        Row row = readFields(intake, end);
        intake.endDocument(end);
        return row;
    }

    private Row readFields(Intake intake, int end) {
        @Nullable Object[] values = new Object[names.length];
        int expected = 0;
        while (intake.hasNext(end)) {
            String other = isField(expected) ? intake.nameOtherThan(names[expected]) : intake.name();
            int slot = other == null ? expected : byName.getOrDefault(other, -1);
            if (slot >= 0) {
                values[slot] = readSlot(intake, slot);
                expected = slot + 1;
            } else {
                readOther(intake, other, values);
            }
        }
        return Row.over(layout, values);
    }

    private boolean isField(int slot) {
        return slot < names.length && (key == null || !key.has(slot));
    }

    private void readOther(Intake intake, @Nullable String name, @Nullable Object[] values) {
        if (key != null && KeyPart.NAME.equals(name)) {
            key.read(intake, values, this);
        } else {
            intake.skip();
        }
    }

    @Nullable Object readSlot(Intake intake, int slot) {
        try {
            return Natural.readNullable(formats[slot], intake);
        } catch (Unreadable unreadable) {
            throw unreadable.at(layout.slot(slot).name());
        }
    }

    String name(int slot) {
        return names[slot].text();
    }
}
