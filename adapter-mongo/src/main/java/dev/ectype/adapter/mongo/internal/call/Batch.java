package dev.ectype.adapter.mongo.internal.call;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/** Rows to insert at once: each encoded beforehand, so that one without a stored form does not keep others from it. */
final class Batch {
    private static final int ENOUGH_BYTES = 8 << 20;

    private final MongoSource source;
    private final List<Insert> inserts;
    private final WriteOutcome[] outcomes;
    private final List<Encoded> encoded = new ArrayList<>();
    private BasicOutputBuffer buffer = new BasicOutputBuffer();

    Batch(MongoSource source, List<Insert> inserts) {
        this.source = source;
        this.inserts = inserts;
        this.outcomes = new WriteOutcome[inserts.size()];
    }

    /** The bytes of one row among those of others, which share a buffer. */
    private record Encoded(int position, BasicOutputBuffer buffer, int start, int length) {
        RawBsonDocument document() {
            return new RawBsonDocument(buffer.getInternalBuffer(), start, length);
        }
    }

    /** Encodes the row of one insertion, and notes its failure if it has no stored form. */
    void add(int position, Row row) {
        if (buffer.getPosition() > ENOUGH_BYTES) {
            buffer = new BasicOutputBuffer();
        }
        int start = buffer.getPosition();
        try {
            source.format().write(buffer, row);
            encoded.add(new Encoded(position, buffer, start, buffer.getPosition() - start));
        } catch (Unstorable unstorable) {
            buffer.truncateToPosition(start);
            outcomes[position] = unstorable(unstorable);
        }
    }

    private WriteOutcome unstorable(Unstorable unstorable) {
        return new WriteOutcome.Failed(new StoreException(
                "a value cannot be stored",
                Map.of("store", "MongoDB", "source", source.source().toString()),
                StoreException.Outcome.NOT_DONE,
                false,
                unstorable.toMappingException(source.source().toString())));
    }

    /** Returns how many rows have a stored form. */
    int size() {
        return encoded.size();
    }

    /** Returns how long a document is by its index. */
    int length(int index) {
        return encoded.get(index).length();
    }

    List<RawBsonDocument> documents() {
        return encoded.stream().map(Encoded::document).toList();
    }

    List<RawBsonDocument> documents(List<Integer> indexes) {
        return indexes.stream().map(index -> encoded.get(index).document()).toList();
    }

    /** Notes the outcome of a document by its index. */
    void set(int index, WriteOutcome outcome) {
        outcomes[encoded.get(index).position()] = outcome;
    }

    void setInserted(int index) {
        Insert insert = inserts.get(encoded.get(index).position());
        set(index, Returning.stored(source, WriteOutcome.Effect.INSERTED, insert.returning(), row(index, insert)));
    }

    private Row row(int index, Insert insert) {
        return insert.returning().isEmpty()
                ? insert.row()
                : source.format().read(encoded.get(index).document().asBsonReader());
    }

    void setAll(WriteOutcome outcome) {
        for (int i = 0; i < encoded.size(); i++) {
            set(i, outcome);
        }
    }

    WriteOutcome[] outcomes() {
        return outcomes;
    }
}
