package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Records of several layouts, stored as documents with a text that tells them apart. */
final class OneOfFormat implements Format {
    private final Storage.OneOf kinds;
    private final Formats formats;
    private final Name tagName;

    OneOfFormat(Storage.OneOf kinds, Formats formats) {
        this.kinds = kinds;
        this.formats = formats;
        this.tagName = Name.of(kinds.tag());
    }

    @Override
    public void write(Sink sink, Object value) {
        if (!(value instanceof Row row)) {
            throw new Unstorable("expected a record but was " + value.getClass().getSimpleName());
        }
        String tag = row.layout().tag().orElseThrow(() -> new Unstorable("the record has no " + kinds.tag()));
        int start = sink.startDocument();
        sink.name(tagName);
        sink.text(tag);
        formats.embedded(row.layout()).writeFields(sink, row);
        sink.endDocument(start);
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        if (type != BsonType.DOCUMENT) {
            return Natural.read(intake, type);
        }
        Runnable toStart = intake.mark();
        String tag = findTag(intake);
        Layout layout = tag == null ? null : kinds.layout(tag);
        if (layout == null) {
            throw new Unreadable(tag == null ? "a record without " + kinds.tag() : "a record of an unknown kind");
        }
        toStart.run();
        return formats.embedded(layout).read(intake, type);
    }

    private @Nullable String findTag(Intake intake) {
        int end = intake.startDocument();
        while (intake.hasNext(end)) {
            if (intake.name().equals(kinds.tag()) && intake.type() == BsonType.STRING) {
                return intake.text();
            }
            intake.skip();
        }
        return null;
    }
}
