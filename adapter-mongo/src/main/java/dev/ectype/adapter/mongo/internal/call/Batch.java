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
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/** Rows to insert at once: each encoded beforehand, so that one without a stored form does not keep others from it. */
final class Batch {
    private final MongoSource source;
    private final List<Insert> inserts;
    private final WriteOutcome[] outcomes;
    private final List<Integer> positions = new ArrayList<>();
    private final List<RawBsonDocument> documents = new ArrayList<>();

    Batch(MongoSource source, List<Insert> inserts) {
        this.source = source;
        this.inserts = inserts;
        this.outcomes = new WriteOutcome[inserts.size()];
    }

    /** Encodes the row of one insertion, and notes its failure if it has no stored form. */
    void add(int position, Row row) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try {
            source.format().write(buffer, row);
        } catch (Unstorable unstorable) {
            outcomes[position] = unstorable(unstorable);
            return;
        }
        positions.add(position);
        documents.add(new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition()));
    }

    private WriteOutcome unstorable(Unstorable unstorable) {
        return new WriteOutcome.Failed(new StoreException(
                "a value cannot be stored",
                Map.of("store", "MongoDB", "source", source.source().toString()),
                StoreException.Outcome.NOT_DONE,
                false,
                unstorable.toMappingException(source.source().toString())));
    }

    List<RawBsonDocument> documents() {
        return documents;
    }

    List<RawBsonDocument> documents(List<Integer> indexes) {
        return indexes.stream().map(documents::get).toList();
    }

    /** Notes the outcome of a document by its index. */
    void set(int index, WriteOutcome outcome) {
        outcomes[positions.get(index)] = outcome;
    }

    void setInserted(int index) {
        Insert insert = inserts.get(positions.get(index));
        set(index, Returning.stored(source, WriteOutcome.Effect.INSERTED, insert.returning(), row(index)));
    }

    private Row row(int index) {
        RawBsonDocument document = documents.get(index);
        return inserts.get(positions.get(index)).returning().isEmpty()
                ? inserts.get(positions.get(index)).row()
                : (Row) source.format().read(document.asBsonReader(), BsonType.DOCUMENT);
    }

    void setAll(WriteOutcome outcome) {
        for (int i = 0; i < documents.size(); i++) {
            set(i, outcome);
        }
    }

    WriteOutcome[] outcomes() {
        return outcomes;
    }
}
