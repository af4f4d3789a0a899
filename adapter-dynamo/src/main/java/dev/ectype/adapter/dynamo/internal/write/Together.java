package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.call.Failures;
import dev.ectype.adapter.dynamo.internal.read.Reading;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Several writes in one transaction. What is read beforehand is a condition of it. */
public final class Together {
    private static final WriteOutcome UNTOUCHED =
            new WriteOutcome.Written(WriteOutcome.Effect.UNCHANGED, Optional.empty());
    private final Connection connection;
    private final Function<Source, DynamoSource> sources;
    private final Deadline deadline;

    /** Creates the writer of one call. */
    public Together(Connection connection, Function<Source, DynamoSource> sources, Deadline deadline) {
        this.connection = connection;
        this.sources = sources;
        this.deadline = deadline;
    }

    /** Returns how many writes one call takes at most. */
    public static int mostWrites() {
        return Sender.MOST_ACTIONS;
    }

    /** Does all writes or none. */
    public List<WriteOutcome> write(List<Write> writes) {
        for (int attempt = 0; !writes.isEmpty(); attempt++) {
            List<Prepared> prepared = writes.stream().map(this::prepare).toList();
            Optional<List<WriteOutcome>> outcomes = settled(prepared).or(() -> clash(prepared));
            if (outcomes.isEmpty()) {
                outcomes = outcomes(new Sender(connection).together(ready(prepared), deadline));
            }
            if (outcomes.isPresent()) {
                return outcomes.get();
            }
            if (!deadline.pause(attempt)) {
                throw Failures.timeOver(sources.apply(writes.get(0).source()).table(), Outcome.NOT_DONE, null);
            }
        }
        return List.of();
    }

    private Prepared prepare(Write write) {
        DynamoSource source = sources.apply(write.source());
        if (write instanceof Insert insert) {
            return insertion(source, insert);
        }
        return write instanceof Update update ? change(source, update) : removal(source, (Delete) write);
    }

    private Prepared change(DynamoSource source, Update update) {
        Changes changes = new Changes(source);
        return Optional.of(update)
                .filter(Together::isPlain)
                .flatMap(changes::direct)
                .<Prepared>map(ready -> ready)
                .orElseGet(() -> changes.computed(update, readKey(source, update.key())));
    }

    private Prepared removal(DynamoSource source, Delete delete) {
        Removals removals = new Removals(source);
        return Optional.of(delete)
                .filter(one -> one.returning().isEmpty())
                .flatMap(removals::direct)
                .<Prepared>map(ready -> ready)
                .orElseGet(() -> removals.computed(delete, readKey(source, delete.key())));
    }

    /** Assignments of whole fields have no guards, whose failure would have to be computed; and nothing is to be told. */
    private static boolean isPlain(Update update) {
        return update.returning().isEmpty()
                && update.assignments().stream()
                        .allMatch(assignment -> assignment.operation() == Assignment.Operation.SET
                                && assignment.path().isTopLevel());
    }

    private Map<String, AttributeValue> readKey(DynamoSource source, List<Object> key) {
        return new Reading(connection)
                .item(source, new Rows(source).key(key), deadline)
                .orElse(Map.of());
    }

    private Prepared insertion(DynamoSource source, Insert insert) {
        Insertions insertions = new Insertions(source);
        if (insert.onConflict() instanceof OnConflict.Raise) {
            return insertions.only(insert);
        }
        if (Upserting.target(source, insert.onConflict()).isPresent()) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "within a transaction of DynamoDB an upsert is by the primary key",
                    Map.of("store", "DynamoDB", "source", source.source().toString()));
        }
        List<Object> key = source.keyOf(insert.row());
        Optional<Found> found = Found.of(source, readKey(source, key));
        if (found.isEmpty()) {
            return insertions.unlessThere(insert);
        }
        return insert.onConflict() instanceof OnConflict.Change change
                ? new Changes(source)
                        .computed(update(insert, key, change), found.get().item())
                : insertions.kept(insert, found.get());
    }

    private static Update update(Insert insert, List<Object> key, OnConflict.Change change) {
        return new Update(
                insert.source(), key, change.assignments(), change.conditions(), insert.returning(), insert.options());
    }

    private static Optional<List<WriteOutcome>> settled(List<Prepared> prepared) {
        if (prepared.stream().noneMatch(Prepared.Settled.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(prepared.stream()
                .map(one -> one instanceof Prepared.Settled settled ? settled.outcome() : UNTOUCHED)
                .toList());
    }

    private static List<Prepared.Ready> ready(List<Prepared> prepared) {
        return prepared.stream().map(Prepared.Ready.class::cast).toList();
    }

    /** The store refuses two writes of one item; where both insert, the second one is a violation. */
    private static Optional<List<WriteOutcome>> clash(List<Prepared> prepared) {
        Map<List<Object>, Action> written = new HashMap<>();
        List<Prepared.Ready> all = ready(prepared);
        for (int at = 0; at < all.size(); at++) {
            for (Action action : all.get(at).actions()) {
                Action other = written.put(identity(all.get(at), action), action);
                if (other != null) {
                    return Optional.of(clash(all, at, action, other));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Object> identity(Prepared.Ready write, Action action) {
        boolean ofRow = action.table().equals(write.source().table());
        return List.of(
                action.table(),
                ofRow
                        ? write.source().identity(action.item())
                        : List.of(action.item().get(Markers.KEY)));
    }

    private static List<WriteOutcome> clash(List<Prepared.Ready> all, int at, Action action, Action other) {
        Optional<WriteOutcome> refusal = action.kind() == Action.Kind.PUT && other.kind() == Action.Kind.PUT
                ? action.refused().apply(other.item())
                : Optional.empty();
        WriteOutcome meaning = refusal.orElseThrow(() -> new MappingException(
                MappingException.Kind.UNSUPPORTED,
                "a transaction of DynamoDB writes each item once: join the writes of one row, or do them one after the"
                        + " other",
                Map.of("store", "DynamoDB", "table", action.table())));
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            outcomes.add(i == at ? meaning : UNTOUCHED);
        }
        return outcomes;
    }

    private static Optional<List<WriteOutcome>> outcomes(Sent sent) {
        if (sent instanceof Sent.Done done) {
            return Optional.of(done.outcomes());
        }
        Sent.Refused refused = (Sent.Refused) sent;
        return refused.isFinal()
                ? Optional.of(refused.refusals().stream()
                        .map(refusal -> refusal.orElse(UNTOUCHED))
                        .toList())
                : Optional.empty();
    }
}
