package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.In;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Verdict;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Adapters that find other rows than the related ones, by the lists of keys that ask for them. */
final class PreloadMutants {
    private static final String NO_ORDER = "maps are in no order";

    private PreloadMutants() {}

    static List<Mutant> all() {
        return List.of(
                lists("finds the records of the first key alone", "PL1", in -> first(in, 1)),
                Mutant.of("takes lists of one length for the same", "PL1", "Preloading", OneListForAll::new),
                Mutant.of("leaves out rows that an index lacks", "PL2", "Preloading", SparseIndexes::new),
                lists("finds no rows by lists of primary keys", "PL2", in -> isOfKeys(in) ? first(in, 0) : in),
                lists("finds the first text of a list alone", "PL3", in -> isOfTexts(in) ? first(in, 1) : in),
                lists("asks for the keys of one batch, and not for the others", "PL4", in -> first(in, 2)),
                Mutant.asking("forgets conditions beside a list", "PL5", "Preloading", PreloadMutants::listAlone),
                Mutant.asking("reads related rows in no order", "PL6", "Preloading", PreloadMutants::unordered),
                withoutOrders("orders related rows, which it does not claim", "PL7", MapAdapter::new),
                withoutOrders("reads before it refuses an order", "PL7", ReadingFirst::new),
                Mutant.of("gives one of several related rows twice", "PL8", "Preloading", Repeating::new),
                Mutant.of("takes a list of one key for no condition", "PL9", "Preloading", OneForAll::new));
    }

    private static Mutant withoutOrders(String fault, String rule, Supplier<MapAdapter> adapter) {
        return Mutant.of(fault, rule, "Preloading", adapter).claiming(all -> all.without(Capability.ORDER, NO_ORDER));
    }

    /** Returns the correct adapter without orders. */
    static Mutant unordered() {
        return withoutOrders("has no orders", "", Unordered::new);
    }

    private static Mutant lists(String fault, String rule, UnaryOperator<In> change) {
        return Mutant.asking(
                fault,
                rule,
                "Preloading",
                Rewriting.conditions(predicate -> predicate instanceof In in ? change.apply(in) : predicate));
    }

    private static In first(In in, int most) {
        return new In(
                in.operand(), in.values().subList(0, Math.min(most, in.values().size())));
    }

    private static boolean isOfKeys(In in) {
        return in.operand() instanceof FieldPath path && path.isTopLevel() && path.slot() == 0;
    }

    private static boolean isOfTexts(In in) {
        return in.operand().storage() == Scalar.TEXT;
    }

    private static QueryRequest listAlone(QueryRequest query) {
        List<Predicate> lists =
                query.conjuncts().stream().filter(In.class::isInstance).toList();
        return lists.isEmpty() ? query : Rewriting.where(query, lists);
    }

    static QueryRequest unordered(QueryRequest query) {
        return new QueryRequest(query.source(), query.conjuncts(), List.of(), query.window());
    }

    private static Predicate severalOrAll(Predicate predicate) {
        return predicate instanceof In in && in.values().size() == 1 ? new Predicate.Constant(true) : predicate;
    }

    private static final class OneForAll extends MapAdapter {
        @Override
        List<Row> rows(QueryRequest query) {
            return super.rows(Rewriting.conditions(PreloadMutants::severalOrAll).apply(query));
        }
    }

    /** Keeps the plan of a list for all lists that look the same. */
    private static final class OneListForAll extends MapAdapter {
        private final Map<String, PushDown> known = new HashMap<>();

        @Override
        public PushDown plan(QueryRequest query) {
            String looks = Rewriting.where(query, List.of())
                    + query.conjuncts().stream()
                            .map(conjunct -> conjunct instanceof In in
                                    ? in.operand() + " in " + in.values().size()
                                    : conjunct.toString())
                            .toList()
                            .toString();
            return known.computeIfAbsent(looks, unknown -> super.plan(query));
        }
    }

    /** Reads by an index whatever the query, and so misses rows without a value in it. */
    private static final class SparseIndexes extends MapAdapter {
        @Override
        List<Row> rows(QueryRequest query) {
            return super.rows(query).stream()
                    .filter(row -> query.source().indexes().stream()
                            .allMatch(index -> row.get(index.fields().get(0).slot()) != null))
                    .toList();
        }
    }

    /** Has no orders, and is right about everything else. */
    private static class Unordered extends MapAdapter {
        @Override
        public PushDown plan(QueryRequest query) {
            PushDown answer = super.plan(unordered(query));
            return query.order().isEmpty()
                    ? answer
                    : new PushDown(
                            answer.plan(),
                            answer.where(),
                            Verdict.refused(NO_ORDER),
                            Verdict.refused("an order is left"));
        }
    }

    private static final class ReadingFirst extends Unordered {
        @Override
        public PushDown plan(QueryRequest query) {
            if (!query.order().isEmpty()) {
                tables.rows(query.source());
            }
            return super.plan(query);
        }
    }

    private static final class Repeating extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            List<Row> rows = new ArrayList<>(rows(((MapPlan) plan).query()));
            boolean isOfList = ((MapPlan) plan).query().conjuncts().stream().anyMatch(In.class::isInstance);
            if (isOfList && rows.size() > 1) {
                rows.add(rows.get(0));
            }
            return RowCursor.over(rows, OptionalLong.empty());
        }
    }
}
