package dev.ectype.adapter.mongo.internal.call;

import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonInt32;

/** What outcomes tell of the rows that were written. */
final class Returning {
    private Returning() {}

    static WriteOutcome of(Effect effect, List<Integer> slots, Row row) {
        return new WriteOutcome.Written(effect, slots.isEmpty() ? Optional.empty() : Optional.of(row));
    }

    /** Returns an outcome with the row as the store has it: its times may be coarser than those that were given. */
    static WriteOutcome stored(MongoSource source, Effect effect, List<Integer> slots, Row row) {
        return of(effect, slots, slots.isEmpty() ? row : reread(source, row));
    }

    private static Row reread(MongoSource source, Row row) {
        BsonDocument stored = source.format().toBson(row).asDocument();
        try (BsonDocumentReader reader = new BsonDocumentReader(stored)) {
            return source.format().read(reader);
        }
    }

    /** Returns the projection of what an outcome must tell. */
    static BsonDocument projection(MongoSource source, List<Integer> slots) {
        BsonDocument projection = new BsonDocument(MongoSource.ID, new BsonInt32(1));
        slots.stream()
                .filter(slot -> !source.isKey(slot))
                .forEach(slot -> projection.put(source.format().path(slot), new BsonInt32(1)));
        return projection;
    }
}
