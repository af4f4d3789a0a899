package dev.ectype.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds rows that a store gave against those that were meant.
 *
 * @param query the query as text
 * @param rows all rows of the source
 * @param request the query
 */
record RowsCheck(String query, List<Row> rows, QueryRequest request) {

    /** The store did all of it: the same rows, in an order that the query allows. */
    void assertSame(List<Row> expected, List<Row> found) {
        if (request.window().isAll()) {
            assertThat(Texts.ofRows(found))
                    .as("P7: rows of %s", query)
                    .containsExactlyInAnyOrderElementsOf(Texts.ofRows(expected));
        } else {
            assertThat(found).as("P7: rows of %s", query).hasSameSizeAs(expected);
            assertAmong(Reference.matching(rows, request.conjuncts()), found);
        }
        Comparator<Row> order = RowOrder.of(request.order());
        for (int i = 0; i < found.size(); i++) {
            assertThat(order.compare(found.get(i), expected.get(i)))
                    .as(
                            "P7: order of %s: row %d is %s, and the meant one is %s",
                            query, i, Texts.of(found.get(i)), Texts.of(expected.get(i)))
                    .isZero();
        }
    }

    /** The store did a part of it: no wanted row is missing, and what it said to do exactly is done. */
    void assertNarrowed(PushDown answer, List<Row> found) {
        List<Predicate> exact = new ArrayList<>();
        for (int i = 0; i < request.conjuncts().size(); i++) {
            if (answer.where().get(i).isExact()) {
                exact.add(request.conjuncts().get(i));
            }
        }
        assertAmong(Reference.matching(rows, exact), found);
        assertThat(Texts.ofRows(found))
                .as("P4: no wanted row is lost by narrowing %s", query)
                .containsAll(Texts.ofRows(Reference.matching(rows, request.conjuncts())));
        if (answer.order().isExact()) {
            assertThat(found).as("P7: order of %s", query).isSortedAccordingTo(RowOrder.of(request.order()));
        }
    }

    private void assertAmong(List<Row> allowed, List<Row> found) {
        List<String> left = new ArrayList<>(Texts.ofRows(allowed));
        assertThat(Texts.ofRows(found))
                .as("P7: rows of %s, each once and among %s", query, left)
                .allMatch(left::remove);
    }
}
