package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.plan.GroupedPlan;
import dev.ectype.adapter.inmemory.internal.plan.MemoryPlan;
import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.Deadline;
import dev.ectype.adapter.inmemory.internal.store.Session;
import dev.ectype.adapter.inmemory.internal.store.TableEditor;
import dev.ectype.adapter.inmemory.internal.tree.Cursor;
import dev.ectype.adapter.inmemory.internal.write.BulkWriter;
import dev.ectype.adapter.inmemory.internal.write.Writer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.BulkReturning;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Joining;
import dev.ectype.spi.KeyReading;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NestedChanging;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes through a session: the store itself, or a transaction. */
abstract class SessionAdapter
        implements Adapter,
                Aggregating,
                BulkInserting,
                BulkReturning,
                ElementUpdating,
                Joining,
                KeyReading,
                NestedChanging {
    private static final String NATIVE = "a native condition is not one of this store";

    private final Sources sources;
    private final Session session;

    SessionAdapter(Sources sources, Session session) {
        this.sources = sources;
        this.session = session;
    }

    Sources sources() {
        return sources;
    }

    Session session() {
        return session;
    }

    @Override
    public final String store() {
        return "in-memory";
    }

    @Override
    public final PushDown plan(QueryRequest query) {
        return sources.planner(query.source()).plan(query);
    }

    @Override
    public final Aggregating.Answer planGrouping(QueryRequest query, Grouping grouping) {
        PushDown rows = plan(query);
        boolean isWhole = rows.isWhole() && grouping.having().stream().noneMatch(Predicate::hasNativePart);
        return isWhole
                ? new Aggregating.Answer(Optional.of(new GroupedPlan(own(rows.plan()), grouping)), Verdict.exact())
                : new Aggregating.Answer(Optional.empty(), Verdict.refused(NATIVE));
    }

    @Override
    public final Joining.Answer planJoins(QueryRequest query, List<Join> joins, Layout result) {
        boolean isWhole = plan(query).isWhole()
                && joins.stream().allMatch(join -> plan(join.rows()).isWhole());
        return isWhole
                ? new Joining.Answer(Optional.of(JoinedPlan.of(this, query, joins, result)), Verdict.exact())
                : new Joining.Answer(Optional.empty(), Verdict.refused(NATIVE));
    }

    @Override
    public final RowCursor scan(NativePlan plan, ScanSpec spec) {
        if (plan instanceof JoinedPlan joined) {
            return joined.open(unmoved(), spec);
        }
        if (plan instanceof GroupedPlan grouped) {
            Binding binding = sources.binding(grouped.rows().source());
            List<Row> results = grouped.results(binding, session.read(binding.table()), Deadline.of(spec.options()));
            return RowCursor.over(results, spec.rowBudget());
        }
        MemoryPlan own = own(plan);
        Binding binding = sources.binding(own.source());
        Cursor<Row> rows = own.open(session.read(binding.table()), Deadline.of(spec.options()));
        return new MemoryCursor(rows, binding, own.window(), spec.rowBudget());
    }

    @Override
    public final @Nullable Row find(Source source, List<Object> key, CallOptions options) {
        Binding binding = sources.binding(source);
        Row row = session.read(binding.table()).find(key);
        return row == null ? null : binding.view(row);
    }

    /** Returns what reads all tables as they are now, whatever is written meanwhile. */
    Adapter unmoved() {
        return this;
    }

    private static MemoryPlan own(NativePlan plan) {
        if (plan instanceof MemoryPlan own) {
            return own;
        }
        throw new MappingException(
                MappingException.Kind.USAGE,
                "a plan can only be run by the adapter that made it",
                Map.of("plan", plan.getClass().getName()));
    }

    @Override
    public final WriteOutcome insert(Insert insert) {
        Binding binding = sources.binding(insert.source());
        Writer writer = new Writer(binding);
        writer.check(insert);
        return session.write(binding.table(), Deadline.of(insert.options()), editor -> writer.insert(editor, insert));
    }

    @Override
    public final WriteOutcome update(Update update) {
        Binding binding = sources.binding(update.source());
        Writer writer = new Writer(binding);
        return session.write(binding.table(), Deadline.of(update.options()), editor -> writer.update(editor, update));
    }

    @Override
    public final WriteOutcome delete(Delete delete) {
        Binding binding = sources.binding(delete.source());
        Writer writer = new Writer(binding);
        return session.write(binding.table(), Deadline.of(delete.options()), editor -> writer.delete(editor, delete));
    }

    /** {@inheritDoc} The rows of one source become visible together. */
    @Override
    public final List<WriteOutcome> insertAll(List<Insert> inserts) {
        IdentityHashMap<Source, List<Integer>> bySource = new IdentityHashMap<>();
        for (int i = 0; i < inserts.size(); i++) {
            bySource.computeIfAbsent(inserts.get(i).source(), source -> new ArrayList<>())
                    .add(i);
        }
        @Nullable WriteOutcome[] outcomes = new WriteOutcome[inserts.size()];
        bySource.forEach((source, places) -> insertAll(source, inserts, places, outcomes));
        return Arrays.asList(outcomes);
    }

    private void insertAll(
            Source source, List<Insert> inserts, List<Integer> places, @Nullable WriteOutcome[] outcomes) {
        Binding binding = sources.binding(source);
        Writer writer = new Writer(binding);
        CallOptions options = inserts.get(places.get(0)).options();
        session.<Boolean>writeMany(binding.table(), Deadline.of(options), editor -> {
            places.forEach(place -> outcomes[place] = inserted(writer, editor, inserts.get(place)));
            return true;
        });
    }

    /** A row that cannot be stored is found out before the editor is touched, and keeps no other from being stored. */
    private static WriteOutcome inserted(Writer writer, TableEditor editor, Insert insert) {
        try {
            writer.check(insert);
            return writer.insert(editor, insert);
        } catch (MappingException e) {
            return new WriteOutcome.Refused(e);
        }
    }

    @Override
    public final long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
        return updated(plan, assignments, options).size();
    }

    @Override
    public final List<Row> updateAllReturning(
            NativePlan plan, List<Assignment> assignments, List<Integer> returning, CallOptions options) {
        return updated(plan, assignments, options);
    }

    private List<Row> updated(NativePlan plan, List<Assignment> assignments, CallOptions options) {
        return changeAll(
                plan, options, (binding, editor, rows) -> new BulkWriter(binding).update(editor, rows, assignments));
    }

    @Override
    public final long deleteAll(NativePlan plan, CallOptions options) {
        return deleted(plan, options).size();
    }

    @Override
    public final List<Row> deleteAllReturning(NativePlan plan, List<Integer> returning, CallOptions options) {
        return deleted(plan, options);
    }

    private List<Row> deleted(NativePlan plan, CallOptions options) {
        return changeAll(plan, options, (binding, editor, rows) -> {
            rows.forEach(editor::remove);
            return rows;
        });
    }

    /** What is done to the rows of a plan, and which rows are told of it. */
    @FunctionalInterface
    private interface BulkChange {
        List<Row> apply(Binding binding, TableEditor editor, List<Row> rows);
    }

    private List<Row> changeAll(NativePlan plan, CallOptions options, BulkChange change) {
        MemoryPlan own = own(plan);
        Binding binding = sources.binding(own.source());
        Deadline deadline = Deadline.of(options);
        return session.writeMany(
                binding.table(),
                deadline,
                editor -> change.apply(binding, editor, own.rows(editor.before(), deadline)));
    }
}
