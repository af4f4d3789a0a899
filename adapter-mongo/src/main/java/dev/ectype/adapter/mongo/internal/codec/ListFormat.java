package dev.ectype.adapter.mongo.internal.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
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

    private @Nullable Object readElement(Intake intake, int at) {
        try {
            return Natural.readNullable(element, intake);
        } catch (Unreadable unreadable) {
            throw unreadable.at(Integer.toString(at));
        }
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        if (type != BsonType.ARRAY) {
            return Natural.read(intake, type);
        }
        List<@Nullable Object> list = new ArrayList<>();
        int end = intake.startList();
        while (intake.hasNext(end)) {
            intake.index();
            list.add(readElement(intake, list.size()));
        }
        intake.endList(end);
        return set ? Collections.unmodifiableSet(new LinkedHashSet<>(list)) : Collections.unmodifiableList(list);
    }
}
