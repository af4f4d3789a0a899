package dev.ectype.adapter.mongo.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.sample.RandomThings;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is accepted is answered as the reference evaluator answers it, for rows and conditions at random. */
class DifferentialTest {
    private static final int ROWS = 60;
    private static final int QUERIES = Boolean.getBoolean("ectype.campaign") ? 20_000 : 1_500;
    private static final ScanSpec ALL_SLOTS = new ScanSpec(
            IntStream.range(0, Things.LAYOUT.size()).boxed().toList(), OptionalLong.empty(), CallOptions.NONE);

    private final long seed = System.nanoTime();
    private final RandomThings things = new RandomThings(seed);
    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());
    private final Source source = Things.source("things");
    private final List<Row> rows =
            IntStream.range(0, ROWS).mapToObj(things::row).toList();

    @Test
    void randomQueriesFindWhatTheReferenceEvaluatorFinds() {
        insert();
        int accepted = 0;
        for (int i = 0; i < QUERIES; i++) {
            accepted += check(things.predicate(3), things.order(), window()) ? 1 : 0;
        }
        assertThat(accepted).as("accepted of %d, seed %d", QUERIES, seed).isGreaterThan(QUERIES / 2);
    }

    private Window window() {
        return switch (things.below(3)) {
            case 0 -> Window.ALL;
            case 1 -> Window.first(things.below(10));
            default -> Window.first(5).withOffset(things.below(20));
        };
    }

    private void insert() {
        List<Insert> inserts = rows.stream()
                .map(row -> new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE))
                .toList();
        assertThat(adapter.insertAll(inserts)).allMatch(WriteOutcome.Written.class::isInstance);
    }

    private boolean check(Predicate predicate, List<Order> order, Window window) {
        List<Predicate> conjuncts = predicate instanceof Predicate.And and
                        && and.terms().stream().noneMatch(Predicate.And.class::isInstance)
                ? and.terms()
                : predicate instanceof Predicate.And
                        ? List.of(new Predicate.Not(new Predicate.Not(predicate)))
                        : List.of(predicate);
        PushDown answer = adapter.plan(new QueryRequest(source, conjuncts, order, window));
        if (!answer.where().stream().allMatch(Verdict::isExact)) {
            return false;
        }
        String context = "seed " + seed + "\n" + conjuncts + "\n" + order + "\n" + window + "\n"
                + answer.plan().explain();
        assertThat(ids(answer, answer.order().isExact()))
                .as(context)
                .isEqualTo(expected(conjuncts, answer, order, window));
        return true;
    }

    private List<Object> expected(List<Predicate> conjuncts, PushDown answer, List<Order> order, Window window) {
        Evaluator evaluator = Evaluator.ofAll(conjuncts);
        Stream<Row> expected = rows.stream().filter(evaluator::matches);
        if (answer.order().isExact()) {
            expected = expected.sorted(RowOrder.of(order));
        }
        if (answer.window().isExact() && !window.isAll()) {
            expected = expected.skip(window.offset()).limit(window.limit().orElse(Long.MAX_VALUE));
        }
        return expected.map(row -> row.get(0)).toList();
    }

    private List<Object> ids(PushDown answer, boolean ordered) {
        List<Object> ids = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(answer.plan(), ALL_SLOTS)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                ids.add(row.get(0));
            }
        }
        return ordered ? ids : ids.stream().sorted().toList();
    }
}
