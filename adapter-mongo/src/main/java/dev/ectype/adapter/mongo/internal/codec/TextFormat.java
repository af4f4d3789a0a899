package dev.ectype.adapter.mongo.internal.codec;

import org.bson.BsonType;

/** Texts, stored as strings. */
final class TextFormat implements Format {
    @Override
    public void write(Sink sink, Object value) {
        if (!(value instanceof String text)) {
            throw new Unstorable("expected a text but was " + value.getClass().getSimpleName());
        }
        sink.text(Texts.wellFormed(text));
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        return type == BsonType.STRING ? intake.text() : Natural.read(intake, type);
    }
}
