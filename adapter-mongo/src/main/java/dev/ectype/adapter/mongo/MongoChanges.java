package dev.ectype.adapter.mongo;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.UpdateDescription;
import dev.ectype.adapter.mongo.internal.call.Settings;
import dev.ectype.adapter.mongo.internal.call.Watching;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Row;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to the changes of one source, in the order in which they were committed. It holds a cursor of the server
 * until it is closed. Used by one thread; another may close it, which ends the waiting.
 *
 * @param <R> the record
 */
public final class MongoChanges<R> implements AutoCloseable {
    private final Watching watching;
    private final MongoSource source;
    private final Function<Row, R> load;

    MongoChanges(Watching watching, MongoSource source, Function<Row, R> load) {
        this.watching = watching;
        this.source = source;
        this.load = load;
    }

    /**
     * Returns the next change; empty if there is none in time, and at once where the stream has ended.
     *
     * @throws MappingException if a record cannot be read; the next call goes on behind its change
     * @throws dev.ectype.error.StoreException if the store fails; a new subscription can go on after the last change
     */
    public Optional<MongoChange<R>> next(Duration wait) {
        long end = System.nanoTime() + Settings.bounded(wait).toNanos();
        do {
            ChangeStreamDocument<RawBsonDocument> event = watching.next();
            if (event != null) {
                return Optional.of(change(source, event, load));
            }
        } while (System.nanoTime() < end && !watching.isEnded());
        return Optional.empty();
    }

    /** Reads the server's account of a change. */
    static <R> MongoChange<R> change(
            MongoSource source, ChangeStreamDocument<? extends BsonDocument> event, Function<Row, R> load) {
        String place =
                event.getResumeToken() == null ? "" : event.getResumeToken().toJson();
        Optional<R> record = Optional.<BsonDocument>ofNullable(event.getFullDocument())
                .map(document -> load.apply(row(source, document)));
        return switch (Objects.requireNonNull(event.getOperationType())) {
            case INSERT -> new MongoChange.Inserted<>(place, record.orElseThrow());
            case REPLACE -> new MongoChange.Replaced<>(place, record.orElseThrow());
            case UPDATE -> updated(place, key(source, event), event.getUpdateDescription(), record);
            case DELETE -> new MongoChange.Deleted<>(place, key(source, event));
            case DROP, RENAME, DROP_DATABASE, INVALIDATE ->
                new MongoChange.Ended<>(place, event.getOperationTypeString());
            default -> throw unknown(source, event);
        };
    }

    private static MappingException unknown(MongoSource source, ChangeStreamDocument<?> event) {
        return new MappingException(
                MappingException.Kind.UNSUPPORTED,
                "the server told of a kind of change that this adapter does not know",
                Map.of("store", "MongoDB", "source", source.source(), "kind", event.getOperationTypeString()));
    }

    private static <R> MongoChange<R> updated(
            String place, List<Object> key, @Nullable UpdateDescription description, Optional<R> record) {
        Optional<UpdateDescription> known = Optional.ofNullable(description);
        Set<String> changed = known.map(MongoChanges::changed).orElse(Set.of());
        List<String> removed = known.map(UpdateDescription::getRemovedFields).orElse(List.of());
        return new MongoChange.Updated<>(place, key, changed, Set.copyOf(removed), record);
    }

    /** A list that lost its last elements is told beside the fields that have new values. */
    private static Set<String> changed(UpdateDescription description) {
        Set<String> changed = new HashSet<>();
        Optional.ofNullable(description.getUpdatedFields()).map(Map::keySet).ifPresent(changed::addAll);
        Optional.ofNullable(description.getTruncatedArrays())
                .ifPresent(cut -> cut.forEach(list -> changed.add(list.getField())));
        return changed;
    }

    private static List<Object> key(MongoSource source, ChangeStreamDocument<?> event) {
        Row row = row(source, Objects.requireNonNull(event.getDocumentKey()));
        return source.source().key().stream()
                .map(slot -> Objects.requireNonNull(row.get(slot)))
                .toList();
    }

    private static Row row(MongoSource source, BsonDocument stored) {
        try (BsonReader reader = stored.asBsonReader()) {
            return source.format().read(reader);
        }
    }

    @Override
    public void close() {
        watching.close();
    }
}
