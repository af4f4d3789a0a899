package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.RowOrder;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the access path, the rows of a plan are those that the evaluator finds in all rows. */
class RandomPlansTest {
    private static final long SEED = 42;
    private final Random seeds = new Random(SEED);

    static Stream<Source> sources() {
        return Stream.of(People.PEOPLE, People.withHint(TableOptions.ordered()), People.HASHED, People.source());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void plansFindWhatTheEvaluatorFinds(Source source) {
        int rounds = Boolean.getBoolean("ectype.campaign") ? 2000 : 40;
        for (int round = 0; round < rounds; round++) {
            long seed = seeds.nextLong();
            Generator generator = new Generator(new Random(seed));
            Adapter adapter = InMemoryAdapter.create();
            List<Row> rows = generator.fill(adapter, source);
            for (int i = 0; i < 60; i++) {
                check(adapter, rows, generator.query(source), seed);
            }
        }
    }

    private static void check(Adapter adapter, List<Row> rows, QueryRequest query, long seed) {
        PushDown answer = adapter.plan(query);
        String what = "seed " + seed + ", " + query + "\n" + answer.plan().explain();
        assertThat(answer.isWhole()).as(what).isTrue();
        List<Row> found = People.rows(adapter, answer.plan());
        if (query.order().isEmpty()) {
            checkUnordered(rows, query, found, what);
        } else {
            assertThat(People.ids(found)).as(what).isEqualTo(People.ids(expected(rows, query)));
        }
    }

    private static void checkUnordered(List<Row> rows, QueryRequest query, List<Row> found, String what) {
        List<Row> all = expected(rows, new QueryRequest(query.source(), query.conjuncts(), List.of(), Window.ALL));
        long there = Math.max(0, all.size() - query.window().offset());
        assertThat(found).as(what).doesNotHaveDuplicates().isSubsetOf(all);
        assertThat((long) found.size())
                .as(what)
                .isEqualTo(Math.min(there, query.window().limit().orElse(there)));
    }

    private static List<Row> expected(List<Row> rows, QueryRequest query) {
        Evaluator evaluator = Evaluator.ofAll(query.conjuncts());
        Comparator<Row> order = RowOrder.of(query.order());
        Window window = query.window();
        Stream<Row> behind = rows.stream().filter(evaluator::matches).sorted(order);
        if (window.after().isPresent()) {
            Row place = asRow(query.order(), window.after().get());
            behind = behind.filter(row -> order.compare(row, place) > 0);
        }
        return behind.skip(window.offset())
                .limit(window.limit().orElse(Long.MAX_VALUE))
                .toList();
    }

    private static Row asRow(List<Order> order, Window.Keyset keyset) {
        Row row = People.living(People.person(null, null, null, null), null);
        for (int i = 0; i < order.size(); i++) {
            FieldPath path = (FieldPath) order.get(i).operand();
            Object value = keyset.values().get(i);
            row = path.equals(People.CITY) ? People.living(row, (String) value) : row.with(path.slot(), value);
        }
        return row;
    }

    @Test
    void everyKindOfAccessIsPlanned() {
        Set<NativePlan.Access> seen = EnumSet.noneOf(NativePlan.Access.class);
        Generator generator = new Generator(new Random(SEED));
        Adapter adapter = InMemoryAdapter.create();
        for (int i = 0; i < 500; i++) {
            seen.add(adapter.plan(generator.query(People.PEOPLE)).plan().access());
        }
        assertThat(seen).containsExactlyInAnyOrder(NativePlan.Access.values());
    }
}
