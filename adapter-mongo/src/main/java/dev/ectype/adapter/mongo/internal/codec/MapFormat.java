package dev.ectype.adapter.mongo.internal.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Maps, stored as documents with {@linkplain MapKeys escaped} keys. */
final class MapFormat implements Format {
    private final Format value;

    MapFormat(Format value) {
        this.value = value;
    }

    @Override
    public void write(Sink sink, Object map) {
        if (!(map instanceof Map<?, ?> entries)) {
            throw new Unstorable("expected a map but was " + map.getClass().getSimpleName());
        }
        int start = sink.startDocument();
        entries.forEach((key, each) -> writeEntry(sink, (String) key, each));
        sink.endDocument(start);
    }

    private void writeEntry(Sink sink, String key, @Nullable Object each) {
        sink.name(Name.of(MapKeys.escape(key)));
        if (each == null) {
            sink.nothing();
            return;
        }
        try {
            value.write(sink, each);
        } catch (Unstorable unstorable) {
            throw unstorable.at(key);
        }
    }

    @Override
    public Object read(BsonReader reader, BsonType type) {
        if (type != BsonType.DOCUMENT) {
            return Natural.read(reader, type);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        reader.readStartDocument();
        BsonType each = reader.readBsonType();
        while (each != BsonType.END_OF_DOCUMENT) {
            map.put(MapKeys.unescape(reader.readName()), readValue(reader, each));
            each = reader.readBsonType();
        }
        reader.readEndDocument();
        return Collections.unmodifiableMap(map);
    }

    private @Nullable Object readValue(BsonReader reader, BsonType type) {
        if (type == BsonType.NULL || type == BsonType.UNDEFINED) {
            reader.skipValue();
            return null;
        }
        return value.read(reader, type);
    }
}
