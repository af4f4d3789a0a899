package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.changeset.FieldOptions.onReplace;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Result;
import dev.ectype.changeset.Shape;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of an embedded record only what changed is written, where the store can do so. */
class NestedChangesTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();
    private final Repo repo = Repo.over(adapter);
    private final Order order = repo.insertOrThrow(Orders.changeset(
            Orders.ORDERS.change(),
            Map.of(
                    "id", 1,
                    "home", Map.of("street", "Ermou", "city", "Athens"),
                    "lines",
                            List.of(
                                    Map.of("sku", "a", "quantity", 1, "note", "x"),
                                    Map.of("sku", "b", "quantity", 2, "note", "y")))));

    record Order(Integer id, Home home, List<Line> lines) {}

    record Home(String street, String city) {}

    record Line(String sku, Integer quantity, String note) {}

    static final class Orders extends Schema<Order> {
        static final Orders ORDERS = new Orders();
        final Column<Order, Integer> id = field("id", integer(), primaryKey());
        final EmbedsOne<Order, Home> home =
                embedsOne("home", Homes.HOME, Homes::changeset, onReplace(OnReplace.UPDATE));
        final EmbedsMany<Order, Line> lines =
                embedsMany("lines", Lines.LINE, Lines::changeset, onReplace(OnReplace.DELETE));

        private Orders() {
            super(Order.class, "orders");
        }

        static Changeset<Order> changeset(Changeset<Order> order, Map<String, ?> params) {
            return order.cast(params, ORDERS.id).castEmbed(ORDERS.home).castEmbed(ORDERS.lines);
        }
    }

    static final class Homes extends Shape<Home> {
        static final Homes HOME = new Homes();
        final Field<Home, String> street = field("street", string());
        final Field<Home, String> city = field("city", string());

        private Homes() {
            super(Home.class);
        }

        static Changeset<Home> changeset(Changeset<Home> home, Map<String, ?> params) {
            return home.cast(params, HOME.street, HOME.city);
        }
    }

    static final class Lines extends Shape<Line> {
        static final Lines LINE = new Lines();
        final Field<Line, String> sku = field("sku", string(), primaryKey());
        final Field<Line, Integer> quantity = field("quantity", integer());
        final Field<Line, String> note = field("note", string());

        private Lines() {
            super(Line.class);
        }

        static Changeset<Line> changeset(Changeset<Line> line, Map<String, ?> params) {
            return line.cast(params, LINE.sku, LINE.quantity, LINE.note);
        }
    }

    private Result<Order> update(Order read, Map<String, ?> params) {
        return repo.update(Orders.changeset(Orders.ORDERS.change(read), params));
    }

    private Order stored() {
        return repo.getOrThrow(Orders.ORDERS, 1);
    }

    private static Map<String, Object> lines(Object... lines) {
        return Map.of("lines", List.of(lines));
    }

    @Test
    void twoWritersOfOneEmbeddedRecordKeepEachOthersFields() {
        update(order, Map.of("home", Map.of("city", "Volos"))).orElseThrow();
        update(order, Map.of("home", Map.of("street", "Iasonos"))).orElseThrow();
        assertThat(stored().home()).isEqualTo(new Home("Iasonos", "Volos"));
    }

    @Test
    void anEmbeddedRecordThatIsGoneIsStale() {
        repo.update(Orders.ORDERS.change(order).putEmbed(Orders.ORDERS.home, null))
                .orElseThrow();
        assertThat(update(order, Map.of("home", Map.of("city", "Volos")))).isInstanceOf(Result.Stale.class);
    }

    @Test
    void twoWritersOfOneListKeepEachOthersElements() {
        update(order, lines(Map.of("sku", "a", "quantity", 10), Map.of("sku", "b")))
                .orElseThrow();
        update(order, lines(Map.of("sku", "a", "note", "z"), Map.of("sku", "b", "quantity", 20)))
                .orElseThrow();
        assertThat(stored().lines()).containsExactly(new Line("a", 10, "z"), new Line("b", 20, "y"));
    }

    @Test
    void anElementThatMovedMeanwhileIsStale() {
        update(order, lines(Map.of("sku", "b"))).orElseThrow();
        assertThat(update(order, lines(Map.of("sku", "a", "quantity", 10), Map.of("sku", "b"))))
                .isInstanceOf(Result.Stale.class);
        assertThat(stored().lines()).containsExactly(new Line("b", 2, "y"));
    }

    @Test
    void aValueInsideCanBeRemoved() {
        Map<String, Object> city = new HashMap<>();
        city.put("city", null);
        update(order, Map.of("home", city)).orElseThrow();
        assertThat(stored().home()).isEqualTo(new Home("Ermou", null));
    }

    @Test
    void aStoreThatCannotDoSoGetsTheWholeRecord() {
        Repo lacking = Repo.over(new Lacking(adapter, 0));
        update(order, Map.of("home", Map.of("city", "Volos"))).orElseThrow();
        lacking.update(Orders.changeset(Orders.ORDERS.change(order), Map.of("home", Map.of("street", "Iasonos"))))
                .orElseThrow();
        assertThat(stored().home()).isEqualTo(new Home("Iasonos", "Athens"));
    }
}
