package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.call.Chunks;
import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.plan.DynamoPlan;
import dev.ectype.adapter.dynamo.internal.read.Reading;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes of many rows, several at the same time, each with an outcome of its own. */
public final class BulkWriting {
    private final Connection connection;

    /** Creates the writer over a connection. */
    public BulkWriting(Connection connection) {
        this.connection = connection;
    }

    /** Inserts rows of one source. */
    public List<WriteOutcome> insertAll(DynamoSource source, List<Insert> inserts) {
        Deadline deadline = connection.deadline(inserts.get(0).options());
        inserts.forEach(insert -> requireStorable(source, insert.row()));
        boolean replacing = DynamoCall.of(inserts.get(0).options()).overwriting();
        return replacing
                ? new Batches(connection, source, deadline).put(requireReplaceable(source, inserts))
                : connection.workers().each(inserts, insert -> insertOne(source, insert, deadline));
    }

    /** What cannot be stored is said before anything is. */
    private static void requireStorable(DynamoSource source, Row row) {
        try {
            source.key(source.keyOf(row));
            source.item(row);
        } catch (Unstorable unstorable) {
            throw unstorable.toMappingException(source.source().toString());
        }
    }

    private static List<Insert> requireReplaceable(DynamoSource source, List<Insert> inserts) {
        boolean raising = inserts.stream().allMatch(insert -> insert.onConflict() instanceof OnConflict.Raise);
        if (!raising || !source.uniques().isEmpty()) {
            throw new MappingException(
                    MappingException.Kind.UNSUPPORTED,
                    "rows are replaced without a look at what is there, so neither unique indexes nor conflicts are"
                            + " seen",
                    Map.of("store", "DynamoDB", "source", source.source().toString()));
        }
        return inserts;
    }

    private WriteOutcome insertOne(DynamoSource source, Insert insert, Deadline deadline) {
        try {
            return new Writing(connection, source, deadline).insert(insert);
        } catch (StoreException failure) {
            return new WriteOutcome.Failed(failure);
        }
    }

    /** Changes every row of a plan. */
    public long updateAll(DynamoPlan plan, List<Assignment> assignments, CallOptions options) {
        DynamoSource source = plan.source();
        return each(
                plan,
                options,
                (writing, key) -> writing.update(
                        new Update(source.source(), key, assignments, plan.conditions(), List.of(), options)));
    }

    /** Removes every row of a plan: in batches where no change of a row could make it another plan's. */
    public long deleteAll(DynamoPlan plan, CallOptions options) {
        DynamoSource source = plan.source();
        if (isOfKeys(plan)) {
            return removeInBatches(plan, options);
        }
        return each(
                plan,
                options,
                (writing, key) ->
                        writing.delete(new Delete(source.source(), key, plan.conditions(), List.of(), options)));
    }

    private static boolean isOfKeys(DynamoPlan plan) {
        Set<Integer> slots = new HashSet<>();
        plan.conditions().forEach(condition -> SlotsUsed.by(condition, slots::add));
        return plan.source().source().key().containsAll(slots)
                && plan.source().uniques().isEmpty()
                && plan.conditions().stream().noneMatch(Predicate::hasNativePart);
    }

    private long removeInBatches(DynamoPlan plan, CallOptions options) {
        Batches batches = new Batches(connection, plan.source(), connection.deadline(options));
        List<Batches.Removed> removed =
                connection.workers().each(Chunks.of(keys(plan, options), Batches.ITEMS_A_REQUEST), batches::remove);
        long rows = removed.stream().mapToLong(Batches.Removed::rows).sum();
        removed.stream().flatMap(one -> one.failure().stream()).findFirst().ifPresent(failure -> {
            throw rows == 0 ? failure : partly(plan, rows, failure);
        });
        return rows;
    }

    private interface OneRow {
        WriteOutcome write(Writing writing, List<Object> key);
    }

    /** All keys are found first: a row that a change moves within an index would be met again. */
    private long each(DynamoPlan plan, CallOptions options, OneRow work) {
        Deadline deadline = connection.deadline(options);
        List<List<Object>> keys = keys(plan, options);
        AtomicLong met = new AtomicLong();
        Function<List<Object>, Boolean> one = key -> {
            boolean written = isMet(work.write(new Writing(connection, plan.source(), deadline), key));
            met.addAndGet(written ? 1 : 0);
            return written;
        };
        try {
            connection.workers().each(keys, one);
        } catch (StoreException failure) {
            throw met.get() == 0 ? failure : partly(plan, met.get(), failure);
        }
        return met.get();
    }

    private static StoreException partly(DynamoPlan plan, long met, StoreException failure) {
        return new StoreException(
                "DynamoDB failed in the middle of a change of many rows",
                Map.of("store", "DynamoDB", "table", plan.source().table(), "rows done", met),
                Outcome.UNKNOWN,
                false,
                failure);
    }

    private static boolean isMet(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Violated violated) {
            throw new ConstraintException(
                    "a change of many rows breaks a rule of the store; rows before this one are changed",
                    Map.of("violations", violated.violations()));
        }
        return outcome instanceof WriteOutcome.Written;
    }

    private List<List<Object>> keys(DynamoPlan plan, CallOptions options) {
        ScanSpec spec = new ScanSpec(plan.source().source().key(), OptionalLong.empty(), options);
        List<List<Object>> keys = new ArrayList<>();
        try (RowCursor cursor = new Reading(connection).open(plan, spec)) {
            for (@Nullable Row row = cursor.next(); row != null; row = cursor.next()) {
                keys.add(plan.source().keyOf(row));
            }
        }
        return keys;
    }
}
