package dev.ectype.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import dev.ectype.tck.profile.Needs;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A query whose answer is held against its meaning: what is claimed must be exact, what is not must be refused with the
 * documented text, and the rows must be those of the reference evaluator, or contain them where the store only narrows.
 * Immutable.
 */
public final class QueryCheck {
    private final Table table;
    private final QueryRequest query;

    QueryCheck(Table table, QueryRequest query) {
        this.table = table;
        this.query = query;
    }

    /** Returns the check of a query as it is. */
    public static QueryCheck of(Table table, QueryRequest query) {
        return new QueryCheck(table, query);
    }

    /** Returns the same in an order. */
    public QueryCheck orderedBy(Order... keys) {
        return new QueryCheck(
                table, new QueryRequest(query.source(), query.conjuncts(), List.of(keys), query.window()));
    }

    /** Returns the same for a window of the rows. */
    public QueryCheck window(Window window) {
        return new QueryCheck(table, new QueryRequest(query.source(), query.conjuncts(), query.order(), window));
    }

    /** Returns the query. */
    public QueryRequest request() {
        return query;
    }

    /** Checks the verdicts against the claims, and the rows against the meaning; returns the meant rows. */
    public List<Row> check() {
        PushDown answer = table.adapter().plan(query);
        assertClaims(answer);
        return assertAnswer(answer);
    }

    /** Checks the rows against the meaning, whatever the adapter said that it would do; returns the meant rows. */
    public List<Row> checkAnswer() {
        return assertAnswer(table.adapter().plan(query));
    }

    private void assertClaims(PushDown answer) {
        assertThat(answer.where()).as("P2: verdicts of %s", this).hasSameSizeAs(query.conjuncts());
        for (int i = 0; i < answer.where().size(); i++) {
            assertClaim(answer.where().get(i), Needs.of(query.conjuncts().get(i)));
        }
        if (answer.where().stream().allMatch(Verdict::isExact)) {
            assertClaim(answer.order(), Needs.of(query.order()));
            if (answer.order().isExact()) {
                assertClaim(answer.window(), Needs.of(query.window()));
            }
        }
    }

    private void assertClaim(Verdict verdict, Needs needs) {
        if (verdict.isExact()) {
            return;
        }
        List<String> documented = table.bench().profile().refusals(needs);
        assertThat(documented)
                .as("claimed, but not exact (%s) in %s; make it exact, or claim less", verdict, this)
                .isNotEmpty();
        assertThat(documented)
                .as("the documented reasons, one of which %s must have (in %s)", verdict, this)
                .anyMatch(verdict.toString()::contains);
    }

    private List<Row> assertAnswer(PushDown answer) {
        Laws.check(query, answer);
        List<Row> expected = Reference.answer(table.rows(), query);
        List<Row> found = Cursors.drain(table.adapter(), answer.plan(), table.slots(), OptionalLong.empty())
                .rows();
        RowsCheck rows = new RowsCheck(toString(), table.rows(), query);
        if (answer.isWhole()) {
            rows.assertSame(expected, found);
        } else {
            rows.assertNarrowed(answer, found);
        }
        return expected;
    }

    /** Shows the query with its values. */
    @Override
    public String toString() {
        Stream<Needs> needs =
                Stream.concat(query.conjuncts().stream().map(Needs::of), Stream.of(Needs.of(query.order())));
        List<String> values = needs.flatMap(need -> need.nodes().stream())
                .filter(Value.class::isInstance)
                .map(value -> Texts.of(((Value) value).value()))
                .toList();
        return "where " + query.conjuncts() + " with " + values + " order by " + query.order() + " "
                + query.window()
                + query.window().after().map(place -> Texts.of(place.values())).orElse("");
    }
}
