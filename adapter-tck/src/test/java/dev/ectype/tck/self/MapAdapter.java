package dev.ectype.tck.self;

import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.AtomicWriting;
import dev.ectype.spi.BulkInserting;
import dev.ectype.spi.BulkReturning;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Joining;
import dev.ectype.spi.KeyReading;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A correct adapter, as short as can be: rows in maps, everything decided by the reference evaluator, one lock. */
class MapAdapter
        implements Adapter,
                BulkInserting,
                BulkReturning,
                ElementUpdating,
                Aggregating,
                Joining,
                KeyReading,
                AtomicWriting,
                Transactional {
    final MapTables tables;

    MapAdapter() {
        this(new MapTables());
    }

    MapAdapter(MapTables tables) {
        this.tables = tables;
    }

    @Override
    public String store() {
        return "maps";
    }

    @Override
    public PushDown plan(QueryRequest query) {
        List<Verdict> where =
                query.conjuncts().stream().map(MapAdapter::verdict).toList();
        boolean whole = where.stream().allMatch(Verdict::isExact);
        QueryRequest accepted = new QueryRequest(
                query.source(),
                query.conjuncts().stream()
                        .filter(conjunct -> !conjunct.hasNativePart())
                        .toList(),
                query.order(),
                whole ? query.window() : Window.ALL);
        Verdict window = whole || query.window().isAll() ? Verdict.exact() : Verdict.refused("a condition is left");
        return new PushDown(new MapPlan(accepted, Optional.empty()), where, Verdict.exact(), window);
    }

    static Verdict verdict(Predicate conjunct) {
        return conjunct.hasNativePart() ? Verdict.refused("maps have no native conditions") : Verdict.exact();
    }

    @Override
    public Aggregating.Answer planGrouping(QueryRequest query, Grouping grouping) {
        if (query.conjuncts().stream().anyMatch(Predicate::hasNativePart)) {
            return new Aggregating.Answer(Optional.empty(), Verdict.refused("maps have no native conditions"));
        }
        return new Aggregating.Answer(Optional.of(new MapPlan(query, Optional.of(grouping))), Verdict.exact());
    }

    @Override
    public Joining.Answer planJoins(QueryRequest query, List<Join> joins, Layout result) {
        return new Joining.Answer(Optional.of(new MapJoins(query, joins, result)), Verdict.exact());
    }

    @Override
    public RowCursor scan(NativePlan plan, ScanSpec spec) {
        if (plan instanceof MapJoins joins) {
            return RowCursor.over(joins.rows(this::rows), spec.rowBudget());
        }
        MapPlan mapPlan = (MapPlan) plan;
        List<Row> rows = rows(mapPlan.query());
        return new MapCursor(
                mapPlan.grouping()
                        .map(grouping -> MapGrouping.group(rows, grouping))
                        .orElse(rows),
                mapPlan,
                spec);
    }

    @Override
    public @Nullable Row find(Source source, List<Object> key, CallOptions options) {
        synchronized (tables) {
            return tables.row(source, key);
        }
    }

    List<Row> rows(QueryRequest query) {
        Evaluator evaluator = Evaluator.ofAll(query.conjuncts());
        synchronized (tables) {
            Stream<Row> sorted = tables.rows(query.source()).stream()
                    .filter(evaluator::matches)
                    .sorted(comparator(query.order()));
            Stream<Row> after = query.window()
                    .after()
                    .map(place -> sorted.filter(RowOrder.after(query.order(), place)))
                    .orElse(sorted);
            return after.skip(query.window().offset())
                    .limit(query.window().limit().orElse(Long.MAX_VALUE))
                    .toList();
        }
    }

    Comparator<Row> comparator(List<Order> order) {
        return RowOrder.of(order);
    }

    WriteOutcome write(Write write) {
        synchronized (tables) {
            return tables.write(write);
        }
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        return write(insert);
    }

    @Override
    public WriteOutcome update(Update update) {
        return write(update);
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        return write(delete);
    }

    @Override
    public List<WriteOutcome> insertAll(List<Insert> inserts) {
        return inserts.stream().map(this::write).toList();
    }

    @Override
    public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
        QueryRequest query = ((MapPlan) plan).query();
        synchronized (tables) {
            List<Row> rows = rows(query);
            rows.forEach(row -> tables.replace(query.source(), row, assignments, List.of()));
            return rows.size();
        }
    }

    @Override
    public long deleteAll(NativePlan plan, CallOptions options) {
        QueryRequest query = ((MapPlan) plan).query();
        synchronized (tables) {
            List<Row> rows = rows(query);
            rows.forEach(row -> tables.remove(query.source(), row));
            return rows.size();
        }
    }

    @Override
    public List<Row> updateAllReturning(
            NativePlan plan, List<Assignment> assignments, List<Integer> returning, CallOptions options) {
        synchronized (tables) {
            List<Row> rows = rows(((MapPlan) plan).query());
            updateAll(plan, assignments, options);
            return rows.stream().map(row -> Edits.apply(row, assignments)).toList();
        }
    }

    @Override
    public List<Row> deleteAllReturning(NativePlan plan, List<Integer> returning, CallOptions options) {
        synchronized (tables) {
            List<Row> rows = rows(((MapPlan) plan).query());
            deleteAll(plan, options);
            return rows;
        }
    }

    @Override
    public int maxWrites() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<WriteOutcome> writeTogether(List<Write> writes) {
        synchronized (tables) {
            MapTables before = tables.copy();
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (Write write : writes) {
                WriteOutcome outcome = write(write);
                outcomes.add(outcome);
                if (!(outcome instanceof WriteOutcome.Written)) {
                    tables.become(before);
                    return blame(writes.size(), outcomes.size() - 1, outcome);
                }
            }
            return outcomes;
        }
    }

    private static List<WriteOutcome> blame(int size, int at, WriteOutcome outcome) {
        List<WriteOutcome> outcomes = new ArrayList<>(
                Collections.nCopies(size, new WriteOutcome.Written(WriteOutcome.Effect.UNCHANGED, Optional.empty())));
        outcomes.set(at, outcome);
        return outcomes;
    }

    @Override
    public Transaction begin(CallOptions options) {
        synchronized (tables) {
            return new MapTransaction(this, tables.copy());
        }
    }

    /** Becomes the other tables if nothing was written since they were copied from these. */
    void commit(MapTables start, MapTables changed) {
        synchronized (tables) {
            if (!tables.sameAs(start)) {
                throw new StoreException(
                        "another transaction was first", Map.of(), StoreException.Outcome.NOT_DONE, true, null);
            }
            tables.become(changed);
        }
    }

    static MappingException unsupported(String text) {
        return new MappingException(MappingException.Kind.UNSUPPORTED, text, Map.of());
    }

    @Override
    public void close() {}
}
