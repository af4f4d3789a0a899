package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.error.AdapterContractException;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.error.StoreException;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.schema.Schema;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts many rows, as many at a time as are asked for, with an outcome for each. */
final class BulkInserter {
    private final RepoContext context;

    BulkInserter(RepoContext context) {
        this.context = context;
    }

    <R> BulkResult<R> insertAll(BulkInsert<R> bulk) {
        if (bulk.rows().isEmpty()) {
            return new BulkResult<>(List.of());
        }
        bulk.rows().forEach(OwnerWriter::alone);
        Schema<R> schema = Writer.schemaOf(bulk.rows().get(0));
        return context.call(Operation.INSERT_ALL, schema, call -> {
            bulk.conflict()
                    .ifPresent(rule -> new ConflictRule<>(schema, rule, call.source(schema)).check(call.clock()));
            return new BulkResult<>(new Run<>(call, bulk).outcomes());
        });
    }

    /** One call. */
    private static final class Run<R> {
        private final Call call;
        private final BulkInsert<R> bulk;
        private final List<RowOutcome<R>> outcomes;

        Run(Call call, BulkInsert<R> bulk) {
            this.call = call;
            this.bulk = bulk;
            this.outcomes = new ArrayList<>(bulk.rows().size());
        }

        List<RowOutcome<R>> outcomes() {
            List<Changeset<R>> rows = bulk.rows();
            boolean reachable = true;
            for (int from = 0; from < rows.size(); from += bulk.chunkSize()) {
                List<Changeset<R>> chunk = rows.subList(from, Math.min(rows.size(), from + bulk.chunkSize()));
                if (reachable) {
                    reachable = insert(chunk);
                } else {
                    chunk.forEach(row -> outcomes.add(new RowOutcome.Failed<>(notTried())));
                }
            }
            return outcomes;
        }

        /** Inserts some rows, and tells whether there is any use in going on. */
        private boolean insert(List<Changeset<R>> rows) {
            List<@Nullable RowOutcome<R>> refused = new ArrayList<>(rows.size());
            List<Insertion<R>> sound = new ArrayList<>(rows.size());
            for (Changeset<R> row : rows) {
                refused.add(prepare(row, sound));
            }
            List<RowOutcome<R>> told = sound.isEmpty() ? List.of() : call.timed(() -> send(sound));
            call.watch().count(told.stream().filter(RowOutcome::isOk).count());
            Iterator<RowOutcome<R>> next = told.iterator();
            refused.forEach(outcome -> outcomes.add(outcome == null ? next.next() : outcome));
            return told.isEmpty() || !told.stream().allMatch(Run::isOfStore);
        }

        /** Adds a row to those that the store is asked to insert, or returns why it is not. */
        private @Nullable RowOutcome<R> prepare(Changeset<R> row, List<Insertion<R>> sound) {
            try {
                Changeset<R> prepared = OwnerWriter.alone(Writer.prepared(row, Action.INSERT));
                if (!prepared.isValid()) {
                    return new RowOutcome.Invalid<>(prepared);
                }
                sound.add(Insertion.of(call, prepared, bulk.conflict(), bulk.options()));
                return null;
            } catch (MappingException e) {
                return new RowOutcome.Failed<>(e);
            } catch (IllegalArgumentException e) {
                return new RowOutcome.Failed<>(unfit(e));
            }
        }

        private List<RowOutcome<R>> send(List<Insertion<R>> sound) {
            try {
                Iterator<WriteOutcome> next =
                        stored(sound.stream().map(Insertion::insert).toList()).iterator();
                List<RowOutcome<R>> told = new ArrayList<>(sound.size());
                sound.forEach(insertion -> told.add(outcome(insertion, next.next())));
                return told;
            } catch (MappingException e) {
                return Collections.nCopies(sound.size(), new RowOutcome.Failed<>(e));
            }
        }

        private static boolean isOfStore(RowOutcome<?> outcome) {
            return outcome instanceof RowOutcome.Failed<?> failed && failed.failure() instanceof StoreException;
        }

        private List<WriteOutcome> stored(List<Insert> inserts) {
            List<WriteOutcome> outcomes = call.adapter()
                    .as(BulkInserting.class)
                    .map(store -> store.insertAll(inserts))
                    .orElseGet(() -> inserts.stream().map(this::alone).toList());
            if (outcomes.size() != inserts.size()) {
                throw new AdapterContractException(
                        "an adapter told another number of outcomes than there were rows",
                        Map.of("store", call.adapter().store(), "rows", inserts.size(), "outcomes", outcomes.size()));
            }
            return outcomes;
        }

        private WriteOutcome alone(Insert insert) {
            try {
                return call.adapter().insert(insert);
            } catch (StoreException e) {
                return new WriteOutcome.Failed(e);
            } catch (MappingException e) {
                return new WriteOutcome.Refused(e);
            }
        }

        private static <R> RowOutcome<R> outcome(Insertion<R> insertion, WriteOutcome stored) {
            try {
                return insertion.outcome(stored);
            } catch (MappingException e) {
                return new RowOutcome.Failed<>(e);
            }
        }

        private MappingException unfit(IllegalArgumentException e) {
            return new MappingException(Kind.USAGE, "a row cannot be stored: " + e.getMessage(), Map.of(), false, e);
        }

        private StoreException notTried() {
            return new StoreException(
                    "the store failed for all rows of a chunk before, so that this one was not tried",
                    Map.of("store", call.adapter().store()),
                    StoreException.Outcome.NOT_DONE,
                    true,
                    null);
        }
    }
}
