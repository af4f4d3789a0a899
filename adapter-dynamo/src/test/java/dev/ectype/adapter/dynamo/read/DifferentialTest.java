package dev.ectype.adapter.dynamo.read;

import static dev.ectype.adapter.dynamo.sample.Orders.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.tck.harness.Texts;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is accepted is answered as the reference evaluator answers it, for rows and queries at random, by every route. */
class DifferentialTest {
    private static final int ROWS = 150;
    private static final int QUERIES = Boolean.getBoolean("ectype.campaign") ? 10_000 : 600;
    private static final ScanSpec ALL = new ScanSpec(
            IntStream.range(0, Orders.LAYOUT.size()).boxed().toList(), OptionalLong.empty(), CallOptions.NONE);
    private static final List<String> FIELDS =
            List.of("customer", "customer", "number", "status", "day", "total", "courier", "note");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final DynamoAdapter adapter = DynamoAdapter.over(TestServer.client());
    private final Source source = Orders.source(TestServer.newPrefix());
    private final List<Row> rows = new ArrayList<>();
    private final Map<Access, Integer> seen = new EnumMap<>(Access.class);

    @Test
    void randomQueriesFindWhatTheReferenceEvaluatorFinds() {
        adapter.storage(source).create();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(i));
        }
        assertThat(adapter.insertAll(
                        rows.stream().map(row -> Orders.insertion(source, row)).toList()))
                .allMatch(WriteOutcome.Written.class::isInstance);
        for (int i = 0; i < QUERIES; i++) {
            check(conjuncts(), order(), window());
        }
        assertThat(seen.values())
                .as("plans of each kind of access, seed %d: %s", seed, seen)
                .hasSize(3);
        adapter.storage(source).drop();
    }

    private Row row(int i) {
        return Orders.row(
                "c" + i % 5,
                (long) i / 5,
                nullable(value("status")),
                nullable(value("day")),
                nullable(value("total")),
                nullable(value("courier")),
                nullable(value("note")));
    }

    private @Nullable Object nullable(Object value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private Object value(String field) {
        int n = random.nextInt(6);
        return switch (field) {
            case "customer" -> "c" + n;
            case "number" -> (long) n * 5;
            case "day" -> LocalDate.of(2024, 1, 28).plusDays(n);
            case "total" -> new BigDecimal(n).movePointLeft(1);
            case "note" -> List.of("", "a", "ab", "é", "b%", "z").get(n);
            default -> "s" + n % 3;
        };
    }

    private Value constant(FieldPath path) {
        boolean number = path.storage() == Scalar.INT64 || path.storage() == Scalar.DECIMAL;
        if (number && random.nextInt(4) == 0) {
            return new Value(random.nextInt(40) / 4.0, Scalar.FLOAT64, false);
        }
        return new Value(value(path.source()), path.storage(), false);
    }

    private List<Predicate> conjuncts() {
        List<Predicate> conjuncts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Predicate one = predicate(2);
            conjuncts.add(one instanceof Predicate.And ? new Predicate.Not(new Predicate.Not(one)) : one);
        }
        return conjuncts;
    }

    private Predicate predicate(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            List<Predicate> two = List.of(predicate(depth - 1), predicate(depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Predicate.And(two);
                case 1 -> new Predicate.Or(two);
                default -> new Predicate.Not(two.get(0));
            };
        }
        return leaf(path(FIELDS.get(random.nextInt(FIELDS.size()))));
    }

    private FieldPath alike(FieldPath path) {
        List<FieldPath> alike = FIELDS.stream()
                .map(Orders::path)
                .filter(other -> other.storage() == path.storage())
                .toList();
        return alike.get(random.nextInt(alike.size()));
    }

    private Predicate leaf(FieldPath path) {
        return switch (random.nextInt(9)) {
            case 0 -> new Predicate.IsNull(path);
            case 1 -> new Predicate.In(path, List.of(constant(path), constant(path), constant(path)));
            case 2 -> text(path);
            case 6 -> new Predicate.Compare(path, comparison(), alike(path));
            case 3, 4, 5 -> new Predicate.Compare(path, Comparison.EQ, constant(path));
            default -> new Predicate.Compare(path, comparison(), constant(path));
        };
    }

    private Predicate text(FieldPath path) {
        Storage storage = path.storage();
        if (storage != Scalar.TEXT) {
            return new Predicate.Compare(path, comparison(), constant(path));
        }
        Predicate.Text.Match[] matches = Predicate.Text.Match.values();
        String pattern = List.of("", "s", "c1", "a%", "%b", "%").get(random.nextInt(6));
        return new Predicate.Text(
                path, matches[random.nextInt(matches.length)], new Value(pattern, Scalar.TEXT, false), false);
    }

    private Comparison comparison() {
        return List.of(Comparison.values()).get(random.nextInt(Comparison.values().length));
    }

    private List<Order> order() {
        if (random.nextBoolean()) {
            return List.of();
        }
        boolean down = random.nextBoolean();
        FieldPath first = path(FIELDS.get(random.nextInt(FIELDS.size())));
        List<Order> order = new ArrayList<>();
        for (FieldPath field : List.of(first, path("customer"), path("number"))) {
            order.add(down ? Order.descending(field) : Order.ascending(field));
        }
        return order;
    }

    private Window window() {
        return switch (random.nextInt(3)) {
            case 0 -> Window.ALL;
            case 1 -> Window.first(random.nextInt(10));
            default -> Window.first(5).withOffset(random.nextInt(20));
        };
    }

    private void check(List<Predicate> conjuncts, List<Order> order, Window window) {
        PushDown answer = adapter.plan(new QueryRequest(source, conjuncts, order, window));
        if (!answer.isWhole()) {
            return;
        }
        seen.merge(answer.plan().access(), 1, Integer::sum);
        String context = "seed " + seed + "\n" + conjuncts + "\n" + order + "\n" + window + "\n"
                + answer.plan().explain();
        List<Row> met =
                rows.stream().filter(Evaluator.ofAll(conjuncts)::matches).toList();
        List<String> found = Texts.ofRows(found(answer));
        if (order.isEmpty() && !window.isAll()) {
            long most = Math.min(
                    Math.max(0, met.size() - window.offset()), window.limit().orElse(Long.MAX_VALUE));
            assertThat(found)
                    .as(context)
                    .hasSize((int) most)
                    .isSubsetOf(Texts.ofRows(met))
                    .doesNotHaveDuplicates();
            return;
        }
        Stream<Row> expected = met.stream()
                .sorted(RowOrder.of(order))
                .skip(window.offset())
                .limit(window.limit().orElse(Long.MAX_VALUE));
        if (order.isEmpty()) {
            assertThat(found).as(context).containsExactlyInAnyOrderElementsOf(Texts.ofRows(expected.toList()));
        } else {
            assertThat(found).as(context).containsExactlyElementsOf(Texts.ofRows(expected.toList()));
        }
    }

    private List<Row> found(PushDown answer) {
        List<Row> found = new ArrayList<>();
        try (RowCursor cursor = adapter.scan(answer.plan(), ALL)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                found.add(row);
            }
        }
        return found;
    }
}
