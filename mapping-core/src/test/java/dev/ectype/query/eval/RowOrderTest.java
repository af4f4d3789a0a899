package dev.ectype.query.eval;

import static dev.ectype.query.eval.Samples.field;
import static dev.ectype.query.eval.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowOrderTest {

    @Test
    void nullIsTheLowestValue() {
        assertThat(sorted(Order.ascending(field(0)), 2, null, 1)).containsExactly(null, 1, 2);
        assertThat(sorted(Order.descending(field(0)), 1, null, 2)).containsExactly(2, 1, null);
    }

    @Test
    void nullStandsWhereTheUserSays() {
        assertThat(sorted(new Order(field(0), false, false), 2, null, 1)).containsExactly(1, 2, null);
        assertThat(sorted(new Order(field(0), true, true), 1, null, 2)).containsExactly(null, 2, 1);
    }

    @Test
    void laterKeysDecideAmongEqualRows() {
        Comparator<Row> order = RowOrder.of(List.of(Order.ascending(field(0)), Order.descending(field(1))));
        List<Row> rows =
                Stream.of(row(1, "a"), row(1, "b"), row(0, "a")).sorted(order).toList();
        assertThat(rows).containsExactly(row(0, "a"), row(1, "b"), row(1, "a"));
    }

    @Test
    void withoutKeysRowsStayAsTheyCome() {
        assertThat(RowOrder.of(List.of()).compare(row(2), row(1))).isZero();
    }

    @Test
    void functionsAreKeysToo() {
        Order byLength = Order.ascending(Samples.call(Function.LENGTH, Scalar.INT32, field(0)));
        assertThat(sorted(byLength, "ccc", "a", "bb")).containsExactly("a", "bb", "ccc");
    }

    @Test
    void isATotalOrderOverRowsOfEveryKind() {
        Seeded.forAll(random -> {
            Comparator<Row> order = RowOrder.of(List.of(order(random, 0), order(random, 1)));
            Row a = row(Samples.nullable(random, 2), Samples.nullable(random, 2));
            Row b = row(Samples.nullable(random, 2), Samples.nullable(random, 2));
            Row c = row(Samples.nullable(random, 2), Samples.nullable(random, 2));
            assertThat(order.compare(a, a)).isZero();
            assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
            if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
                assertThat(order.compare(a, c)).isNotPositive();
            }
        });
    }

    @Test
    void aRowIsAfterAPlaceIfItIsAfterARowWithThoseKeys() {
        Seeded.forAll(random -> {
            List<Order> keys = List.of(order(random, 0), order(random, 1));
            Row a = row(Samples.nullable(random, 2), Samples.nullable(random, 2));
            Row b = row(Samples.nullable(random, 2), Samples.nullable(random, 2));
            Keyset place = new Keyset(Arrays.asList(b.get(0), b.get(1)));
            assertThat(RowOrder.after(keys, place).test(a))
                    .isEqualTo(RowOrder.of(keys).compare(a, b) > 0);
        });
    }

    @Test
    void aPlaceOfAnotherOrderIsRefused() {
        assertThatThrownBy(() -> RowOrder.after(List.of(), new Keyset(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same query");
    }

    private static Order order(Random random, int slot) {
        return new Order(field(slot), random.nextBoolean(), random.nextBoolean());
    }

    private static List<Object> sorted(Order order, Object... values) {
        return Stream.of(values)
                .map(Samples::row)
                .sorted(RowOrder.of(List.of(order)))
                .map(row -> row.get(0))
                .toList();
    }
}
