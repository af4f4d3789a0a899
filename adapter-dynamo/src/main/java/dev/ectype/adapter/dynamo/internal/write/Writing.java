package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.call.Failures;
import dev.ectype.adapter.dynamo.internal.read.Reading;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes of one row. Immutable. */
public final class Writing {
    private final DynamoSource source;
    private final Reading reading;
    private final Sender sender;
    private final Deadline deadline;

    /** Creates the writer of one call. */
    public Writing(Connection connection, DynamoSource source, Deadline deadline) {
        this.source = source;
        this.reading = new Reading(connection);
        this.sender = new Sender(connection);
        this.deadline = deadline;
    }

    Sender sender() {
        return sender;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Adds a row. */
    public WriteOutcome insert(Insert insert) {
        return insert.onConflict() instanceof OnConflict.Raise
                ? insertOnly(insert)
                : new Upserting(this, source, insert).run();
    }

    private WriteOutcome insertOnly(Insert insert) {
        Prepared ready = new Insertions(source).only(insert);
        return untilSettled(() -> ready);
    }

    /** Prepares a write and sends it, again where nobody is at fault. */
    private WriteOutcome untilSettled(Supplier<Prepared> write) {
        for (int attempt = 0; ; attempt++) {
            Prepared prepared = write.get();
            if (prepared instanceof Prepared.Settled settled) {
                return settled.outcome();
            }
            Sent sent = sender.send((Prepared.Ready) prepared, deadline);
            if (sent instanceof Sent.Done done) {
                return done.outcomes().get(0);
            }
            Optional<WriteOutcome> refusal = ((Sent.Refused) sent).refusals().get(0);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            pause(attempt);
        }
    }

    /** Waits before another attempt. */
    void pause(int attempt) {
        if (!deadline.pause(attempt)) {
            throw Failures.timeOver(source.table(), Outcome.NOT_DONE, null);
        }
    }

    /** Returns the item of a key as the last write left it; without attributes if there is none. */
    Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
        return reading.item(source, key, deadline).orElse(Map.of());
    }

    private Map<String, AttributeValue> readKey(List<Object> key) {
        return read(new Rows(source).key(key));
    }

    /** Changes a row. */
    public WriteOutcome update(Update update) {
        return change(update).orElse(Rows.STALE);
    }

    /** Changes a row; empty if there is none. */
    Optional<WriteOutcome> change(Update update) {
        Optional<Prepared.Ready> direct = new Changes(source).direct(update);
        if (direct.isEmpty()) {
            return compute(update, readKey(update.key()));
        }
        Sent sent = sender.send(direct.get(), deadline);
        if (sent instanceof Sent.Done done) {
            return Optional.of(done.outcomes().get(0));
        }
        Sent.Refused refused = (Sent.Refused) sent;
        return compute(update, refused.seen().get(0).orElse(Map.of()));
    }

    /** Computes the change from the row as it was seen last, until nobody was faster. */
    private Optional<WriteOutcome> compute(Update update, Map<String, AttributeValue> first) {
        Map<String, AttributeValue> item = first;
        for (int attempt = 0; Found.of(source, item).isPresent(); attempt++) {
            Prepared prepared = new Changes(source).computed(update, item);
            if (prepared instanceof Prepared.Settled settled) {
                return Optional.of(settled.outcome());
            }
            Sent sent = sender.send((Prepared.Ready) prepared, deadline);
            if (sent instanceof Sent.Done done) {
                return Optional.of(done.outcomes().get(0));
            }
            Sent.Refused refused = (Sent.Refused) sent;
            if (refused.isFinal()) {
                return refused.refusals().get(0);
            }
            pause(attempt);
            item = refused.seen().get(0).orElseGet(() -> readKey(update.key()));
        }
        return Optional.empty();
    }

    /** Removes a row. */
    public WriteOutcome delete(Delete delete) {
        Optional<Prepared.Ready> direct = new Removals(source).direct(delete);
        if (direct.isPresent()) {
            return sender.send(direct.get(), deadline) instanceof Sent.Done done
                    ? done.outcomes().get(0)
                    : Rows.STALE;
        }
        return untilSettled(() -> new Removals(source).computed(delete, readKey(delete.key())));
    }
}
