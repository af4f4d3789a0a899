package dev.ectype.tck.self;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Compare;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Adapters that get the usual of a query right, and what stands at its edge wrong. */
final class QueryHalfMutants {
    private QueryHalfMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.asking(
                        "takes a limit of zero for none",
                        "W1",
                        "Ordering",
                        Rewriting.window(QueryHalfMutants::unlimited)),
                Mutant.of("goes on only from a row that is there", "W5", "Ordering", FromRows::new),
                meaning("takes constants for true", "L8", "Reasoning", QueryHalfMutants::alwaysTrue),
                meaning("takes _ for any text", "T2", "MatchingText", like -> pattern(like, "_", "%")),
                meaning("takes a wildcard behind \\ for one", "T2", "MatchingText", like -> pattern(like, "\\", "")),
                meaning("takes no values for none of them", "A2", "SearchingLists", QueryHalfMutants::noneOfNone),
                meaning("takes no list for an empty one", "A5", "SearchingLists", QueryHalfMutants::sizeOfNone),
                meaning("takes maps of one size for equal", "A7", "SearchingLists", QueryHalfMutants::sameSize),
                Mutant.of("gives keys alone as often as they are there", "G5", "Grouping", EachRow::new),
                groups("leaves groups in any order", "G6", QueryHalfMutants::unordered));
    }

    private static Mutant meaning(String fault, String rule, String topic, UnaryOperator<Predicate> change) {
        return Mutant.asking(fault, rule, topic, Rewriting.conditions(change));
    }

    private static Mutant groups(String fault, String rule, UnaryOperator<Grouping> change) {
        return Mutant.of(fault, rule, "Grouping", () -> GroupMutants.grouping(change));
    }

    private static Window unlimited(Window window) {
        return window.limit().orElse(1) == 0 ? window.withLimit(Long.MAX_VALUE) : window;
    }

    private static final class FromRows extends MapAdapter {
        @Override
        List<Row> rows(QueryRequest query) {
            List<Object> place =
                    query.window().after().map(Window.Keyset::values).orElse(List.of());
            boolean isThere =
                    place.isEmpty() || tables.rows(query.source()).stream().anyMatch(row -> place.contains(row.get(0)));
            return isThere ? super.rows(query) : List.of();
        }
    }

    /** Gives a group for each row where nothing is computed of the groups. */
    private static final class EachRow extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            MapPlan asked = (MapPlan) plan;
            if (asked.grouping().isEmpty()
                    || !asked.grouping().get().aggregates().isEmpty()) {
                return super.scan(plan, spec);
            }
            List<Row> each = new ArrayList<>();
            rows(asked.query())
                    .forEach(row -> each.addAll(
                            MapGrouping.group(List.of(row), asked.grouping().get())));
            return RowCursor.over(each, spec.rowBudget());
        }
    }

    private static Predicate alwaysTrue(Predicate predicate) {
        return predicate instanceof Predicate.Constant ? new Predicate.Constant(true) : predicate;
    }

    private static Predicate pattern(Predicate predicate, String asked, String done) {
        if (predicate instanceof Predicate.Text text && text.match() == Match.LIKE) {
            String pattern = ((String) text.pattern().value()).replace(asked, done);
            return new Predicate.Text(
                    text.operand(), Match.LIKE, new Value(pattern, Scalar.TEXT, false), text.ignoreCase());
        }
        return predicate;
    }

    private static Predicate noneOfNone(Predicate predicate) {
        return predicate instanceof Predicate.ContainsAll all && all.values().isEmpty()
                ? new Predicate.Constant(false)
                : predicate;
    }

    private static Predicate sizeOfNone(Predicate predicate) {
        return predicate instanceof Predicate.Size size && size.comparison() == Comparison.EQ && size.size() == 0
                ? new Predicate.Or(List.of(size, new Predicate.IsNull(size.list())))
                : predicate;
    }

    private static Predicate sameSize(Predicate predicate) {
        return predicate instanceof Compare compare
                        && compare.comparison() == Comparison.EQ
                        && compare.left() instanceof FieldPath path
                        && path.storage() instanceof Storage.MapOf
                        && compare.right() instanceof Value value
                ? new Predicate.Size(path, Comparison.EQ, ((Map<?, ?>) value.value()).size())
                : predicate;
    }

    private static Grouping unordered(Grouping grouping) {
        return new Grouping(
                grouping.keys(),
                grouping.aggregates(),
                grouping.result(),
                grouping.having(),
                List.of(),
                grouping.window());
    }
}
