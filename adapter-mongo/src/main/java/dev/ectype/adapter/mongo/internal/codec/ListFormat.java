package dev.ectype.adapter.mongo.internal.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Lists and sets, stored as arrays; sets in the order in which they come. */
final class ListFormat implements Format {
    private final Format element;
    private final boolean set;

    ListFormat(Format element, boolean set) {
        this.element = element;
        this.set = set;
    }

    @Override
    public void write(Sink sink, Object value) {
        if (!(value instanceof Collection<?> elements)) {
            throw new Unstorable("expected a list but was " + value.getClass().getSimpleName());
        }
        int start = sink.startList();
        int at = 0;
        for (Object each : elements) {
            writeElement(sink, each, at++);
        }
        sink.endList(start);
    }

    @Override
    public Format element(Format otherwise) {
        return element;
    }

    private void writeElement(Sink sink, @Nullable Object value, int at) {
        sink.index(at);
        if (value == null) {
            sink.nothing();
            return;
        }
        try {
            element.write(sink, value);
        } catch (Unstorable unstorable) {
            throw unstorable.at(Integer.toString(at));
        }
    }

    @Override
    public Object read(BsonReader reader, BsonType type) {
        if (type != BsonType.ARRAY) {
            return Natural.read(reader, type);
        }
        List<@Nullable Object> list = new ArrayList<>();
        reader.readStartArray();
        BsonType each = reader.readBsonType();
        while (each != BsonType.END_OF_DOCUMENT) {
            list.add(readElement(reader, each));
            each = reader.readBsonType();
        }
        reader.readEndArray();
        return set ? Collections.unmodifiableSet(new LinkedHashSet<>(list)) : Collections.unmodifiableList(list);
    }

    private @Nullable Object readElement(BsonReader reader, BsonType type) {
        if (type == BsonType.NULL || type == BsonType.UNDEFINED) {
            reader.skipValue();
            return null;
        }
        return element.read(reader, type);
    }
}
