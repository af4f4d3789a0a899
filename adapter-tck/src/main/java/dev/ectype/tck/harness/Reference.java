package dev.ectype.tck.harness;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.Groups;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.stream.Stream;

/** What a query means, by the reference evaluator over all rows. */
public final class Reference {
    private Reference() {}

    /** Returns the rows that meet all conditions. */
    public static List<Row> matching(List<Row> rows, List<Predicate> conjuncts) {
        Evaluator evaluator = Evaluator.ofAll(conjuncts);
        return rows.stream().filter(evaluator::matches).toList();
    }

    /** Returns the groups of the rows that meet all conditions. */
    public static List<Row> groups(List<Row> rows, List<Predicate> conjuncts, Grouping grouping) {
        Groups groups = Groups.of(grouping);
        matching(rows, conjuncts).forEach(groups::add);
        return groups.result();
    }

    /** Returns the answer to a query; rows that its order does not tell apart may stand otherwise in another answer. */
    public static List<Row> answer(List<Row> rows, QueryRequest query) {
        List<Order> order = query.order();
        Window window = query.window();
        Stream<Row> sorted = matching(rows, query.conjuncts()).stream().sorted(RowOrder.of(order));
        Stream<Row> after = window.after()
                .map(place -> sorted.filter(RowOrder.after(order, place)))
                .orElse(sorted);
        return after.skip(window.offset())
                .limit(window.limit().orElse(Long.MAX_VALUE))
                .toList();
    }
}
