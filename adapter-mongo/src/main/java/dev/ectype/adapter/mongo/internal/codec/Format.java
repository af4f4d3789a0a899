package dev.ectype.adapter.mongo.internal.codec;

import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonType;
import org.bson.BsonValue;

/** How the values of one neutral kind are stored. Immutable and safe for use by several threads. */
public interface Format {

    /**
     * Writes a value.
     *
     * @throws Unstorable if the store has no place for it
     */
    void write(Sink sink, Object value);

    /**
     * Reads a stored value that is not null. What is not of the stored type is read as what it is, so that the field's
     * type can say what it expected.
     */
    Object read(Intake intake, BsonType type);

    /** Tells whether the stored form of a text is no string, so that patterns do not apply to it. */
    default boolean isOpaque() {
        return false;
    }

    /** Tells whether the store compares and sorts values as they are here; otherwise they are only tested for null. */
    default boolean isComparable() {
        return true;
    }

    /** Returns the greatest stored value that is not after a time, if the time itself has no stored form. */
    default Optional<BsonValue> floor(Object time) {
        return Optional.empty();
    }

    /** Returns the format of the elements of a list, or another if this is no format of lists. */
    default Format element(Format otherwise) {
        return otherwise;
    }

    /**
     * Returns a value as it stands in filters and updates.
     *
     * @throws Unstorable if the store has no place for it
     */
    default BsonValue toBson(Object value) {
        BsonDocument holder = new BsonDocument();
        try (BsonDocumentWriter writer = new BsonDocumentWriter(holder)) {
            writer.writeStartDocument();
            writer.writeName("v");
            write(new WriterSink(writer), value);
            writer.writeEndDocument();
        }
        return Objects.requireNonNull(holder.get("v"));
    }
}
