package dev.ectype.testing;

import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store of lists whose verdicts a test chooses, so that what the core does with each can be seen. */
public final class ListAdapter implements Adapter {
    private final Map<String, Map<List<Object>, Row>> tables = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Function<Predicate, Verdict> where = predicate -> Verdict.exact();
    private Verdict order = Verdict.exact();
    private Optional<Verdict> window = Optional.empty();
    private NativePlan.Access access = NativePlan.Access.INDEX;
    private RowCursor.End end = RowCursor.End.EXHAUSTED;

    /** Answers each condition so. */
    public ListAdapter answering(Function<Predicate, Verdict> verdicts) {
        where = verdicts;
        return this;
    }

    /** Answers the order so. */
    public ListAdapter ordering(Verdict verdict) {
        order = verdict;
        return this;
    }

    /** Answers the window so, whether that is allowed or not. */
    public ListAdapter windowing(Verdict verdict) {
        window = Optional.of(verdict);
        return this;
    }

    /** Says to find rows so. */
    public ListAdapter finding(NativePlan.Access kind) {
        access = kind;
        return this;
    }

    /** Ends its cursors so. */
    public ListAdapter ending(RowCursor.End reason) {
        end = reason;
        return this;
    }

    /** Returns what the store was asked to do, in order; planning is not doing. */
    public List<String> calls() {
        return calls;
    }

    private record Plan(
            QueryRequest request, List<Verdict> where, Verdict order, Verdict window, NativePlan.Access access)
            implements NativePlan {
        @Override
        public String explain() {
            return "walk the list of " + request.source();
        }
    }

    @Override
    public String store() {
        return "lists";
    }

    @Override
    public PushDown plan(QueryRequest query) {
        List<Verdict> verdicts = query.conjuncts().stream().map(where).toList();
        boolean whole = verdicts.stream().allMatch(Verdict::isExact) && order.isExact();
        Verdict taken = window.orElse(
                whole || query.window().isAll() ? Verdict.exact() : Verdict.refused("rows are still to be checked"));
        return new PushDown(new Plan(query, verdicts, order, taken, access), verdicts, order, taken);
    }

    @Override
    public RowCursor scan(NativePlan nativePlan, ScanSpec spec) {
        calls.add("scan");
        Plan plan = (Plan) nativePlan;
        QueryRequest request = plan.request();
        Stream<Row> rows = table(request.source()).values().stream();
        for (int i = 0; i < request.conjuncts().size(); i++) {
            if (plan.where().get(i).isExact()) {
                rows = rows.filter(Evaluator.of(request.conjuncts().get(i))::matches);
            }
        }
        if (plan.order().isExact()) {
            rows = rows.sorted(RowOrder.of(request.order()));
        }
        Window taken = plan.window().isExact() ? request.window() : Window.ALL;
        return new ListCursor(rows.skip(taken.offset())
                .limit(Math.min(
                        taken.limit().orElse(Long.MAX_VALUE), spec.rowBudget().orElse(Long.MAX_VALUE)))
                .iterator());
    }

    private final class ListCursor implements RowCursor {
        private final Iterator<Row> rows;

        ListCursor(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public Row next() {
            return rows.hasNext() ? rows.next() : null;
        }

        @Override
        public End end() {
            return end;
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    @Override
    public WriteOutcome insert(Insert insert) {
        if (!(insert.onConflict() instanceof OnConflict.Raise)) {
            throw new MappingException(MappingException.Kind.UNSUPPORTED, "lists know no upserts", Map.of());
        }
        calls.add("insert");
        List<Object> key = key(insert.source(), insert.row());
        if (table(insert.source()).containsKey(key)) {
            return new WriteOutcome.Violated(List.of(violation(
                    Violation.PRIMARY_KEY, insert.source(), insert.source().key())));
        }
        Optional<Violation> clash = clash(insert.source(), insert.row());
        if (clash.isPresent()) {
            return new WriteOutcome.Violated(List.of(clash.get()));
        }
        table(insert.source()).put(key, insert.row());
        return new WriteOutcome.Written(Effect.INSERTED, Optional.empty());
    }

    private Optional<Violation> clash(Source source, Row row) {
        return source.indexes().stream()
                .filter(Source.Index::unique)
                .filter(index -> table(source).values().stream()
                        .anyMatch(other -> index.fields().stream()
                                .allMatch(path -> row.get(path.slot()) != null
                                        && row.get(path.slot()).equals(other.get(path.slot())))))
                .map(index -> violation(
                        index.name(),
                        source,
                        index.fields().stream().map(path -> path.slot()).toList()))
                .findFirst();
    }

    private static Violation violation(String name, Source source, List<Integer> slots) {
        return new Violation(
                Violation.Kind.UNIQUE,
                name,
                slots.stream().map(slot -> source.layout().slot(slot).source()).toList());
    }

    @Override
    public WriteOutcome update(Update update) {
        calls.add("update "
                + update.assignments().stream()
                        .map(Assignment::path)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
        Row row = table(update.source()).get(update.key());
        if (row == null || !Evaluator.ofAll(update.conditions()).matches(row)) {
            return new WriteOutcome.Stale();
        }
        for (Assignment assignment : update.assignments()) {
            row = row.with(assignment.path().slot(), assignment.value());
        }
        table(update.source()).put(update.key(), row);
        return new WriteOutcome.Written(Effect.UPDATED, Optional.of(row));
    }

    @Override
    public WriteOutcome delete(Delete delete) {
        calls.add("delete");
        Row row = table(delete.source()).get(delete.key());
        if (row == null || !Evaluator.ofAll(delete.conditions()).matches(row)) {
            return new WriteOutcome.Stale();
        }
        table(delete.source()).remove(delete.key());
        return new WriteOutcome.Written(Effect.DELETED, Optional.empty());
    }

    private Map<List<Object>, Row> table(Source source) {
        return tables.computeIfAbsent(source.toString(), name -> new LinkedHashMap<>());
    }

    private static List<Object> key(Source source, Row row) {
        return source.key().stream().map(row::get).toList();
    }

    @Override
    public void close() {
        calls.add("close store");
    }
}
