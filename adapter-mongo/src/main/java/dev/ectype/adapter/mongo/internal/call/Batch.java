package dev.ectype.adapter.mongo.internal.call;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/** Rows to insert at once: each encoded beforehand, so that one without a stored form does not keep others from it. */
final class Batch {
    private static final int ENOUGH_BYTES = 8 << 20;
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ROWS = 100_000;

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
            source.format().write(buffer, NewKeys.withKey(source, row));
            encoded.add(new Encoded(position, buffer, start, fitting(buffer.getPosition() - start)));
        } catch (Unstorable unstorable) {
            buffer.truncateToPosition(start);
            outcomes[position] = refused(
                    source, unstorable.toMappingException(source.source().toString()));
        } catch (MappingException noKey) {
            outcomes[position] = refused(source, noKey);
        }
    }

    private static int fitting(int bytes) {
        if (bytes > MOST_BYTES) {
            throw new Unstorable("a stored document has at most " + MOST_BYTES + " bytes, and this one " + bytes);
        }
        return bytes;
    }

    /** Returns the outcome of a row that was not sent. */
    static WriteOutcome refused(MongoSource source, MappingException why) {
        return new WriteOutcome.Failed(new StoreException(
                "a row cannot be stored",
                Map.of("store", "MongoDB", "source", source.source().toString()),
                StoreException.Outcome.NOT_DONE,
                false,
                why));
    }

    /** Returns the indexes of the rows that have a stored form. */
    List<Integer> indexes() {
        return IntStream.range(0, encoded.size()).boxed().toList();
    }

    /** Returns documents by their indexes, as many together as a server takes at once and have not more than some bytes. */
    List<List<Integer>> portions(List<Integer> indexes, int mostBytes) {
        List<List<Integer>> portions = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int at = 0; at < indexes.size(); at++) {
            int length = encoded.get(indexes.get(at)).length();
            if (at > from && (bytes + length > mostBytes || at - from >= MOST_ROWS)) {
                portions.add(indexes.subList(from, at));
                from = at;
                bytes = 0;
            }
            bytes += length;
        }
        if (from < indexes.size()) {
            portions.add(indexes.subList(from, indexes.size()));
        }
        return portions;
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

    void setAll(List<Integer> indexes, WriteOutcome outcome) {
        indexes.forEach(index -> set(index, outcome));
    }

    WriteOutcome[] outcomes() {
        return outcomes;
    }
}
