package dev.ectype.adapter.mongo.internal.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private @Nullable Object readEntry(Intake intake, String key) {
        try {
            return Natural.readNullable(value, intake);
        } catch (Unreadable unreadable) {
            throw unreadable.at(key);
        }
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        if (type != BsonType.DOCUMENT) {
            return Natural.read(intake, type);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        int end = intake.startDocument();
        while (intake.hasNext(end)) {
            String key = MapKeys.unescape(intake.name());
            map.put(key, readEntry(intake, key));
        }
        intake.endDocument(end);
        return Collections.unmodifiableMap(map);
    }
}
