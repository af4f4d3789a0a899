package dev.ectype.plan;

import dev.ectype.error.ClientSideBudgetException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.error.UnsupportedQueryException.Refusal;
import dev.ectype.query.eval.Groups;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A grouping with who does it: the store, all of it, or the core over the rows of the query. Immutable.
 *
 * @param rows the query whose rows are grouped, planned as if its rows were wanted
 * @param grouping how they are grouped
 * @param inStore what the store runs; empty if the core groups
 * @param verdict exact if the store groups, otherwise why it does not
 */
public record GroupPlan(QueryPlan rows, Grouping grouping, Optional<NativePlan> inStore, Verdict verdict) {
    private static final String NO_GROUPS = "this store does not count or group";
    private static final Grouping COUNT = new Grouping(
            List.of(),
            List.of(new Aggregate(Aggregate.Function.COUNT, Optional.empty(), false, Storage.Scalar.INT64)),
            new Layout(List.of(new Layout.Slot("count(*)", "a0", Storage.Scalar.INT64))),
            List.of(),
            List.of(),
            Window.ALL);
    private static final String WINDOW_FIRST =
            "a part of the rows is grouped, which a store takes first and groups never";

    /** Plans to count the rows of a query: one result row with one number. */
    public static GroupPlan counting(Adapter adapter, QueryRequest request, Consents consents) {
        return of(adapter, request, COUNT, consents);
    }

    /** Asks the adapter, without I/O. A query with a window is grouped here, since a store groups all rows or none. */
    public static GroupPlan of(Adapter adapter, QueryRequest request, Grouping grouping, Consents consents) {
        QueryPlan rows = QueryPlan.of(adapter, request, consents);
        if (!request.window().isAll()) {
            return new GroupPlan(rows, grouping, Optional.empty(), Verdict.refused(WINDOW_FIRST));
        }
        Aggregating.Answer answer = adapter.as(Aggregating.class)
                .map(part -> part.planGrouping(request, grouping))
                .orElse(new Aggregating.Answer(Optional.empty(), Verdict.refused(NO_GROUPS)));
        Optional<NativePlan> plan = answer.verdict().isExact() ? answer.plan() : Optional.empty();
        return new GroupPlan(rows, grouping, plan, answer.verdict());
    }

    /** Returns what the store runs: the grouping, or the query whose rows are grouped here. */
    public NativePlan nativePlan() {
        return inStore.orElse(rows.pushDown().plan());
    }

    /** Returns what stands in the way of running, nothing if it runs. */
    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        if (inStore.isPresent()) {
            rows.refusalOfScan(inStore.get().access()).ifPresent(refusals::add);
            return refusals;
        }
        refusals.addAll(rows.refusals());
        if (budget().isEmpty() && rows.request().window().limit().isEmpty()) {
            refusals.add(new Refusal(text(), Remedies.reason(verdict)));
        }
        return refusals;
    }

    private OptionalLong budget() {
        return rows.clientSideBudget();
    }

    private String text() {
        return grouping.keys().isEmpty()
                ? Remedies.list(grouping.aggregates())
                : "group by " + Remedies.list(grouping.keys());
    }

    /**
     * Returns this plan if it may run.
     *
     * @throws UnsupportedQueryException if it may not, listing everything that stands in the way
     */
    public GroupPlan requireRunnable() {
        List<Refusal> refusals = refusals();
        if (!refusals.isEmpty()) {
            throw new UnsupportedQueryException(
                    rows.adapter().store(),
                    rows.request().source().toString(),
                    refusals,
                    Remedies.of(inStore.isEmpty() && budget().isEmpty(), isForbiddenScan()));
        }
        return this;
    }

    private boolean isForbiddenScan() {
        return rows.refusalOfScan(nativePlan().access()).isPresent();
    }

    /**
     * Runs the plan and returns the result rows, in the grouping's result layout.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     * @throws ClientSideBudgetException if grouping here needs more rows than allowed
     */
    public RowSource run(CallOptions options) {
        requireRunnable();
        if (inStore.isPresent()) {
            List<Integer> all =
                    IntStream.range(0, grouping.result().size()).boxed().toList();
            ScanSpec spec = new ScanSpec(all, OptionalLong.empty(), options);
            return Finishing.wholly(rows, rows.adapter().scan(inStore.get(), spec));
        }
        return Finishing.listed(grouped(options));
    }

    private List<Row> grouped(CallOptions options) {
        Groups groups = Groups.of(grouping);
        long most = budget().orElse(Long.MAX_VALUE);
        long count = 0;
        try (RowSource source = rows.run(slots(), options)) {
            for (Row row = source.next(); row != null; row = source.next()) {
                if (++count > most) {
                    throw Finishing.overBudget(rows, most);
                }
                groups.add(row);
            }
        }
        return groups.result();
    }

    private List<Integer> slots() {
        TreeSet<Integer> slots = new TreeSet<>();
        grouping.keys().forEach(key -> SlotsUsed.by(key, slots::add));
        grouping.aggregates()
                .forEach(aggregate -> aggregate.operand().ifPresent(operand -> SlotsUsed.by(operand, slots::add)));
        return List.copyOf(slots);
    }

    /** Returns how the grouping would run. */
    public Explanation explain() {
        List<Explanation.Part> parts = new ArrayList<>(rows.explainedParts());
        add(parts, "group", grouping.keys());
        add(parts, "compute", grouping.aggregates());
        add(parts, "having", grouping.having());
        add(parts, "order", grouping.order());
        if (!grouping.window().isAll()) {
            add(parts, "window", List.of(grouping.window()));
        }
        return new Explanation(
                rows.adapter().store(),
                rows.request().source().toString(),
                nativePlan().access(),
                nativePlan().explain(),
                parts,
                inStore.isPresent() ? resultNames() : rows.namesToFetch(slots()),
                refusals());
    }

    private List<String> resultNames() {
        return grouping.result().slots().stream().map(slot -> slot.name()).toList();
    }

    private void add(List<Explanation.Part> parts, String kind, List<?> clauses) {
        if (!clauses.isEmpty()) {
            parts.add(new Explanation.Part(kind, Remedies.list(clauses), verdict.toString()));
        }
    }
}
