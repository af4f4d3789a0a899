package dev.ectype.plan;

import dev.ectype.error.AdapterContractException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.error.UnsupportedQueryException.Refusal;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A query with the adapter's answer to it, checked: what the store does, what is left, and whether the caller's consents
 * cover it. Immutable.
 *
 * @param adapter the adapter that was asked
 * @param request the query
 * @param pushDown its answer
 * @param consents what the caller allows
 */
public record QueryPlan(Adapter adapter, QueryRequest request, PushDown pushDown, Consents consents) {

    /**
     * Asks the adapter, without I/O. Where it does not begin behind a place in the order, it is asked again with the place
     * written as a condition.
     *
     * @throws AdapterContractException if the answer breaks a rule of the contract
     */
    public static QueryPlan of(Adapter adapter, QueryRequest request, Consents consents) {
        QueryPlan plan = answered(adapter, request, consents);
        boolean placeIsOpen =
                request.window().after().isPresent() && !plan.pushDown.window().isExact();
        return placeIsOpen ? answered(adapter, Places.asCondition(request), consents) : plan;
    }

    private static QueryPlan answered(Adapter adapter, QueryRequest request, Consents consents) {
        PushDown answer = adapter.plan(request);
        check(adapter, request, answer);
        return new QueryPlan(adapter, request, answer, consents);
    }

    static void check(Adapter adapter, QueryRequest request, PushDown answer) {
        if (answer.where().size() != request.conjuncts().size()) {
            throw broken(
                    adapter, "one verdict for each conjunct", answer.where().size() + " verdicts");
        }
        if (!answer.givesRows()
                && answer.window().isExact()
                && !request.window().isAll()) {
            throw broken(adapter, "a window only after every condition and the order", "took the window first");
        }
        if (answer.order() instanceof Verdict.Superset || answer.window() instanceof Verdict.Superset) {
            throw broken(adapter, "an order or a window is exact or refused", "said narrowed");
        }
    }

    private static AdapterContractException broken(Adapter adapter, String rule, String found) {
        return new AdapterContractException(
                "an adapter broke the contract of plan",
                Map.of("store", adapter.store(), "rule", rule, "found", found));
    }

    /** Returns the conjuncts that are still to be checked on each row. */
    public List<Predicate> residual() {
        if (pushDown.checksAll()) {
            return List.of();
        }
        return IntStream.range(0, request.conjuncts().size())
                .filter(i -> !pushDown.where().get(i).isExact())
                .mapToObj(request.conjuncts()::get)
                .toList();
    }

    /** Returns the order that is still to be made; empty if the store makes it. */
    public List<Order> remainingOrder() {
        return pushDown.order().isExact() ? List.of() : request.order();
    }

    /** Returns the window that is still to be taken; all if the store takes it. */
    public Window remainingWindow() {
        return isWhole() ? Window.ALL : request.window();
    }

    /** Tells whether anything is left to do outside the store. */
    public boolean isWhole() {
        return pushDown.isWhole();
    }

    /**
     * Returns this plan if it may run.
     *
     * @throws UnsupportedQueryException if something is left that the consents do not cover, listing all of it
     */
    public QueryPlan requireRunnable() {
        if (isWhole() && !isForbiddenScan(pushDown.plan().access())) {
            return this;
        }
        List<Refusal> refusals = refusals();
        if (!refusals.isEmpty()) {
            throw new UnsupportedQueryException(
                    adapter.store(), request.source().toString(), refusals, remedies());
        }
        return this;
    }

    /**
     * Returns this plan if the store does all of it, so that records may be changed by it; that a part may be finished here
     * does not count.
     *
     * @throws UnsupportedQueryException if something is left, or everything would be read and that is not allowed
     */
    public QueryPlan requireWhole() {
        List<Refusal> refusals = new QueryPlan(adapter, request, pushDown, consents.withoutClientSide()).refusals();
        if (!refusals.isEmpty()) {
            String scan = isForbiddenScan(pushDown.plan().access())
                    ? " Allow reading everything where that is meant: allowScan()."
                    : "";
            throw new UnsupportedQueryException(
                    adapter.store(),
                    request.source().toString(),
                    refusals,
                    "Records are changed at once only where the store checks every condition; ask otherwise, or read"
                            + " them and write each." + scan);
        }
        return this;
    }

    private String remedies() {
        boolean needsFinishing = !isWhole() && consents.clientSideRows().isEmpty();
        return Remedies.of(needsFinishing, isForbiddenScan(pushDown.plan().access()));
    }

    /** Returns what stands in the way of running, nothing if it runs. */
    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        parts().stream()
                .filter(part -> !part.verdict.isExact()
                        && !(part.canFinishHere && consents.clientSideRows().isPresent()))
                .forEach(part -> refusals.add(new Refusal(part.clause, Remedies.reason(part.verdict))));
        refusalOfScan(pushDown.plan().access()).ifPresent(refusals::add);
        return refusals;
    }

    /** Returns why the store may not find the rows in a way, if it would read everything without being allowed to. */
    Optional<Refusal> refusalOfScan(NativePlan.Access access) {
        return isForbiddenScan(access)
                ? Optional.of(new Refusal("reading all of " + request.source(), "no key or index leads to the rows"))
                : Optional.empty();
    }

    private boolean isForbiddenScan(NativePlan.Access access) {
        return access == NativePlan.Access.SCAN && !consents.scan();
    }

    /** Returns the slots that must be fetched to return {@code wanted}, ascending: those, and what is left to do needs. */
    public List<Integer> slotsToFetch(List<Integer> wanted) {
        if (pushDown.givesRows()) {
            return wanted;
        }
        TreeSet<Integer> slots = new TreeSet<>(wanted);
        residual().forEach(predicate -> SlotsUsed.by(predicate, slots::add));
        remainingOrder().forEach(order -> SlotsUsed.by(order.operand(), slots::add));
        return List.copyOf(slots);
    }

    /** Returns the most rows that may be read to finish the query here; empty if that is not allowed. */
    OptionalLong clientSideBudget() {
        return consents.clientSideRows().isPresent()
                ? OptionalLong.of(consents.clientSideRows().getAsInt())
                : OptionalLong.empty();
    }

    /**
     * Runs the plan, which must be {@linkplain #requireRunnable runnable}.
     *
     * @param wanted the slots that the rows must have, ascending
     * @throws dev.ectype.error.StoreException if the store fails, here or while rows are read
     * @throws dev.ectype.error.ClientSideBudgetException while rows are read, if there are more than allowed
     */
    public RowSource run(List<Integer> wanted, CallOptions options) {
        return Finishing.run(requireRunnable(), wanted, options);
    }

    /** Returns how the query would run when the slots {@code wanted} are asked for. */
    public Explanation explain(List<Integer> wanted) {
        return new Explanation(
                adapter.store(),
                request.source().toString(),
                pushDown.plan().access(),
                pushDown.plan().explain(),
                explainedParts(),
                namesToFetch(wanted),
                refusals());
    }

    List<Explanation.Part> explainedParts() {
        return parts().stream().map(Clause::explain).toList();
    }

    List<String> namesToFetch(List<Integer> wanted) {
        return slotsToFetch(wanted).stream()
                .map(slot -> request.source().layout().slot(slot).name())
                .toList();
    }

    private record Clause(String kind, String clause, Verdict verdict, boolean canFinishHere) {
        Explanation.Part explain() {
            return new Explanation.Part(kind, clause, verdict.toString());
        }
    }

    private List<Clause> parts() {
        List<Clause> parts = new ArrayList<>();
        for (int i = 0; i < request.conjuncts().size(); i++) {
            Predicate conjunct = request.conjuncts().get(i);
            Verdict verdict = pushDown.where().get(i);
            parts.add(new Clause("where", conjunct.toString(), verdict, !conjunct.hasNativePart()));
        }
        if (!request.order().isEmpty()) {
            parts.add(new Clause("order", Remedies.list(request.order()), pushDown.order(), true));
        }
        if (!request.window().isAll()) {
            parts.add(new Clause("window", request.window().toString(), pushDown.window(), true));
        }
        return parts;
    }
}
