package dev.ectype.plan;

import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.error.UnsupportedQueryException.Refusal;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Joining;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A query whose rows come with the rows related to them, all in one request of the store or not at all. Immutable.
 *
 * @param rows the query of the rows themselves
 * @param joins what is related to them
 * @param answer what the store says to it
 * @param mayScanRelated whether all records may be read to find those that are related
 */
public record JoinPlan(QueryPlan rows, List<Join> joins, Joining.Answer answer, boolean mayScanRelated) {
    private static final String NO_JOINS = "this store does not return related records with their owners";
    private static final String REMEDY = "Leave joined() out: related records are then read by queries of their own.";

    /** Copies the joins. */
    public JoinPlan {
        joins = List.copyOf(joins);
    }

    /** Asks the adapter, without I/O. */
    public static JoinPlan of(
            Adapter adapter, QueryRequest request, List<Join> joins, Consents consents, boolean mayScanRelated) {
        QueryPlan rows = QueryPlan.of(adapter, request, consents.withoutClientSide());
        Joining.Answer answer = adapter.as(Joining.class)
                .map(part -> part.planJoins(request, joins, result(request, joins)))
                .orElse(new Joining.Answer(Optional.empty(), Verdict.refused(NO_JOINS)));
        return new JoinPlan(rows, joins, answer, mayScanRelated);
    }

    private static Layout result(QueryRequest request, List<Join> joins) {
        List<Layout.Slot> slots = new ArrayList<>(request.source().layout().slots());
        for (int i = 0; i < joins.size(); i++) {
            Layout related = joins.get(i).rows().source().layout();
            String name = "__ectype_join" + i;
            slots.add(new Layout.Slot(name, name, new Storage.ListOf(new Storage.Embedded(() -> related))));
        }
        return new Layout(slots);
    }

    /** Returns what the store runs, or the query alone where it refuses the rest. */
    public NativePlan nativePlan() {
        return answer.plan().orElse(rows.pushDown().plan());
    }

    /** Returns what stands in the way of running, nothing if it runs. */
    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>(rows.refusals());
        if (!answer.verdict().isExact()) {
            refusals.add(new Refusal(text(), Remedies.reason(answer.verdict())));
        } else if (scansRelatedOnly() && !mayScanRelated) {
            refusals.add(new Refusal(text(), "no key or index leads to the related records"));
        }
        return refusals;
    }

    private boolean scansRelatedOnly() {
        return nativePlan().access() == Access.SCAN && rows.pushDown().plan().access() != Access.SCAN;
    }

    private String text() {
        return "join "
                + Remedies.list(joins.stream().map(join -> join.rows().source()).toList());
    }

    /**
     * Runs the plan and returns rows of the result layout.
     *
     * @param wanted the slots of the query's own rows that they must have
     * @throws UnsupportedQueryException if the store cannot, listing everything that stands in the way
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public RowSource run(List<Integer> wanted, CallOptions options) {
        List<Refusal> refusals = refusals();
        if (!refusals.isEmpty()) {
            throw new UnsupportedQueryException(
                    rows.adapter().store(), rows.request().source().toString(), refusals, REMEDY);
        }
        ScanSpec spec = new ScanSpec(wanted, OptionalLong.empty(), options);
        return Finishing.wholly(rows, rows.adapter().scan(nativePlan(), spec));
    }

    /** Returns how the query would run when the slots {@code wanted} of its own rows are asked for. */
    public Explanation explain(List<Integer> wanted) {
        List<Explanation.Part> parts = new ArrayList<>(rows.explainedParts());
        parts.add(new Explanation.Part(
                "join", text().substring("join ".length()), answer.verdict().toString()));
        return new Explanation(
                rows.adapter().store(),
                rows.request().source().toString(),
                nativePlan().access(),
                nativePlan().explain(),
                parts,
                rows.namesToFetch(wanted),
                refusals());
    }
}
