package dev.ectype.adapter.inmemory.association;

import static dev.ectype.changeset.FieldOptions.onReplace;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.association.ToOne;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Related;
import dev.ectype.changeset.Shape;
import dev.ectype.error.MappingException;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.schema.BelongsTo;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Embedded records that refer to others. */
class EmbedPreloadTest {
    record Product(String sku, Integer price) {}

    record Line(Integer quantity, String sku, ToOne<Product> product) {}

    record Note(String text) {}

    record Order(Integer id, Line gift, List<Line> lines, Note note) {}

    private static final class Products extends Schema<Product> {
        final Column<Product, String> sku = field("sku", string(), primaryKey());

        {
            field("price", integer());
        }

        Products() {
            super(Product.class, "products");
        }
    }

    private static final class Lines extends Schema<Line> {
        final Column<Line, Integer> quantity = field("quantity", integer());
        final Column<Line, String> sku = field("sku", string());
        final BelongsTo<Line, Product> product = belongsTo("product", () -> PRODUCTS, sku);

        Lines() {
            super(Line.class, "lines");
        }
    }

    private static final class Notes extends Shape<Note> {
        Notes() {
            super(Note.class);
            field("text", string());
        }
    }

    private static final class Orders extends Schema<Order> {
        final Column<Order, Integer> id = field("id", integer(), primaryKey());
        final EmbedsOne<Order, Line> gift = embedsOne("gift", LINES);
        final EmbedsMany<Order, Line> lines = embedsMany("lines", LINES, onReplace(OnReplace.DELETE));
        final EmbedsOne<Order, Note> note = embedsOne("note", new Notes());

        Orders() {
            super(Order.class, "orders");
        }
    }

    private static final Products PRODUCTS = new Products();
    private static final Lines LINES = new Lines();
    private static final Orders ORDERS = new Orders();

    private final Watched adapter = new Watched(InMemoryAdapter.create());
    private final Repo repo = Repo.over(adapter);

    private static Line line(int quantity, String sku) {
        return new Line(quantity, sku, LINES.product.initial());
    }

    @BeforeEach
    void fill() {
        for (String sku : List.of("a", "b")) {
            repo.insertOrThrow(PRODUCTS.change(new Product(sku, 10)));
        }
        repo.insertOrThrow(ORDERS.change(new Order(1, line(1, "a"), List.of(line(2, "b"), line(3, "a")), null)));
        repo.insertOrThrow(ORDERS.change(new Order(2, null, List.of(line(4, null), line(5, "gone")), null)));
        adapter.calls.clear();
    }

    private List<Order> orders() {
        List<Order> orders = repo.all(from(ORDERS).orderBy(ORDERS.id).allowScan());
        adapter.calls.clear();
        return orders;
    }

    private static List<String> skus(Order order) {
        return order.lines().stream()
                .map(line ->
                        line.quantity() + line.product().get().map(Product::sku).orElse("-"))
                .toList();
    }

    @Test
    void aReferenceInAnEmbeddedRecordComesBackUnread() {
        assertThat(orders().get(0).lines()).extracting(Line::sku).containsExactly("b", "a");
        assertThat(orders().get(0).lines()).noneMatch(line -> line.product().isLoaded());
    }

    @Test
    void whatListsOfEmbeddedRecordsReferToIsReadInOneQueryForAllOwners() {
        List<Order> loaded = repo.preload(orders(), ORDERS.lines, List.of(Preload.of(LINES.product)));
        assertThat(loaded).extracting(EmbedPreloadTest::skus).containsExactly(List.of("2b", "3a"), List.of("4-", "5-"));
        assertThat(adapter.calls).hasSize(1);
        assertThat(loaded.get(0).gift().product().isLoaded()).isFalse();
    }

    @Test
    void soIsWhatOneEmbeddedRecordRefersTo() {
        List<Order> loaded = repo.preload(orders(), ORDERS.gift, List.of(Preload.of(LINES.product)));
        assertThat(loaded.get(0).gift().product().orElseThrow().price()).isEqualTo(10);
        assertThat(loaded.get(1).gift()).isNull();
        assertThat(loaded.get(0).lines()).noneMatch(line -> line.product().isLoaded());
    }

    @Test
    void aQueryNarrowsIt() {
        Preload<Line, Product> onlyB =
                Preload.of(LINES.product, (Query<Product> all) -> all.where(PRODUCTS.sku.eq("b")));
        assertThat(skus(repo.preload(orders(), ORDERS.lines, List.of(onlyB)).get(0)))
                .containsExactly("2b", "3-");
    }

    @Test
    void whatWasReadIsNotStoredWithTheOwner() {
        Order loaded = repo.preload(orders(), ORDERS.lines, List.of(Preload.of(LINES.product)))
                .get(0);
        List<Line> fewer = loaded.lines().subList(0, 1);
        repo.updateOrThrow(ORDERS.change(loaded).putEmbed(ORDERS.lines, fewer));
        assertThat(orders().get(0).lines()).containsExactly(line(2, "b"));
    }

    @Test
    void aShapeThatIsNoSchemaHasNoAssociations() {
        List<Preload<Note, ?>> nothing = List.of();
        assertThatThrownBy(() -> repo.preload(orders(), ORDERS.note, nothing))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("declare the embedded record by a schema");
    }

    private void assertRefused(Related<Product> product) {
        assertThatThrownBy(() -> repo.insert(ORDERS.change()
                        .put(ORDERS.id, 4)
                        .putRelated(
                                ORDERS.lines,
                                List.of(Related.changeset(
                                        LINES.change().put(LINES.quantity, 1).putRelated(LINES.product, product))))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("what an embedded record is associated with is read and not written")
                .hasMessageContaining("Line.product");
        assertThat(repo.get(ORDERS, 4)).isEmpty();
    }

    @Test
    void whatIsPutIntoAnAssociationOfAnEmbeddedRecordIsRefusedAndNotDropped() {
        assertRefused(Related.record(new Product("a", 10)));
        assertRefused(Related.changeset(PRODUCTS.change().put(PRODUCTS.sku, "new")));
    }

    @Test
    void associationConstraintsOfAnEmbeddedRecordAreRefusedAndNotForgotten() {
        Changeset<Line> line = LINES.change().put(LINES.sku, "nothing").assocConstraint(LINES.product);
        assertThatThrownBy(() -> repo.insert(
                        ORDERS.change().put(ORDERS.id, 5).putRelated(ORDERS.lines, List.of(Related.changeset(line)))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("association constraints of an embedded record");
    }
}
