package dev.ectype.adapter.inmemory;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes people and queries whose values often meet. */
record Generator(Random random) {
    private static final String[] NAMES = {"Ann", "An", "Anna", "Bob", "", "Ä", "\uD83D\uDE00", "\uFF21", "A%", "a_n"};
    private static final FieldPath[] FIELDS = {People.ID, People.NAME, People.AGE, People.EMAIL, People.CITY};

    @SafeVarargs
    private final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Returns the people that went in. */
    List<Row> fill(Adapter adapter, Source source) {
        List<Row> rows = new ArrayList<>();
        int wanted = random.nextInt(200);
        for (int id = 0; id < wanted; id++) {
            rows.add(person(id));
        }
        return rows.stream()
                .filter(row -> People.insert(adapter, source, row) instanceof WriteOutcome.Written)
                .toList();
    }

    Row person(int id) {
        Row row = People.person(id, name(), age(), random.nextInt(3) == 0 ? null : "m" + random.nextInt(200));
        return random.nextInt(4) == 0 ? row : People.living(row, name());
    }

    private String name() {
        return random.nextInt(6) == 0 ? null : oneOf(NAMES);
    }

    private Integer age() {
        return random.nextInt(6) == 0 ? null : random.nextInt(12);
    }

    QueryRequest query(Source source) {
        List<Predicate> conjuncts = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> predicate(2))
                .toList();
        List<Order> order = order();
        return new QueryRequest(source, conjuncts, order, window(order));
    }

    private List<Order> order() {
        if (random.nextInt(3) == 0) {
            return List.of();
        }
        List<Order> order = new ArrayList<>();
        boolean descending = random.nextBoolean();
        for (FieldPath path : List.of(People.NAME, People.AGE, People.CITY)) {
            if (random.nextInt(3) == 0) {
                boolean turned = random.nextInt(8) == 0;
                boolean nullsTurned = random.nextInt(8) == 0;
                order.add(new Order(path, descending ^ turned, !descending ^ turned ^ nullsTurned));
            }
        }
        order.add(descending ? Order.descending(People.ID) : Order.ascending(People.ID));
        return order;
    }

    private Window window(List<Order> order) {
        Window window = random.nextBoolean() ? Window.ALL : Window.first(random.nextInt(20));
        Window shifted = random.nextInt(3) == 0 ? window.withOffset(random.nextInt(10)) : window;
        return order.isEmpty() || random.nextInt(3) > 0 ? shifted : shifted.withAfter(keyset(order));
    }

    private Window.Keyset keyset(List<Order> order) {
        return new Window.Keyset(Arrays.asList(order.stream()
                .map(key -> (FieldPath) key.operand())
                .map(path -> !path.equals(People.ID) && random.nextInt(10) == 0 ? null : value(path))
                .toArray()));
    }

    Predicate predicate(int depth) {
        FieldPath path = oneOf(FIELDS);
        return switch (random.nextInt(depth > 0 ? 14 : 10)) {
            case 0, 1, 2, 3 -> People.compare(path, comparison(), value(path));
            case 4, 5 -> in(path);
            case 6 -> new Predicate.IsNull(path);
            case 7, 8 -> text();
            case 9 -> People.compare(path, Comparison.EQ, value(path));
            case 10 -> new Predicate.Not(predicate(depth - 1));
            case 11 -> new Predicate.Or(List.of(predicate(depth - 1), predicate(depth - 1)));
            case 12 -> new Predicate.Not(new Predicate.And(List.of(predicate(depth - 1), predicate(depth - 1))));
            default -> random.nextInt(5) > 0 ? predicate(depth - 1) : new Predicate.Constant(random.nextBoolean());
        };
    }

    private Predicate in(FieldPath path) {
        return People.in(
                path,
                IntStream.range(0, random.nextInt(5)).mapToObj(i -> value(path)).toArray());
    }

    private Predicate text() {
        FieldPath path = random.nextBoolean() ? People.NAME : People.CITY;
        Match match = oneOf(Match.values());
        String pattern = oneOf(NAMES) + (random.nextInt(3) == 0 ? "%" : "");
        return new Predicate.Text(path, match, People.value(path, pattern), random.nextInt(4) == 0);
    }

    private Comparison comparison() {
        return oneOf(Comparison.values());
    }

    private Object value(FieldPath path) {
        if (path.equals(People.ID)) {
            return random.nextInt(120);
        }
        if (path.equals(People.AGE)) {
            return random.nextInt(12);
        }
        return path.equals(People.EMAIL) ? "m" + random.nextInt(200) : oneOf(NAMES);
    }
}
