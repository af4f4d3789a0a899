package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.NestedChangesTest.Lines.LINE;
import static dev.ectype.adapter.inmemory.writing.NestedChangesTest.Orders.ORDERS;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.writing.NestedChangesTest.Line;
import dev.ectype.adapter.inmemory.writing.NestedChangesTest.Order;
import dev.ectype.adapter.inmemory.writing.NestedChangesTest.Orders;
import dev.ectype.error.MappingException;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import dev.ectype.schema.Column;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.ElementUpdating;
import dev.ectype.spi.ForwardingAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates of those elements of a list that meet a condition. */
class ElementUpdatesTest {
    private static final Column<Order, String> SKU = ORDERS.lines.element(LINE.sku);
    private static final Column<Order, Integer> QUANTITY = ORDERS.lines.element(LINE.quantity);
    private static final Column<Order, String> NOTE = ORDERS.lines.element(LINE.note);
    private static final Query<Order> FIRST = from(ORDERS).where(ORDERS.id.eq(1));

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store);

    /** Has the updating of elements taken away. */
    private static final class WithoutElements extends ForwardingAdapter {
        WithoutElements(Adapter whole) {
            super(whole);
        }

        @Override
        public <T> Optional<T> as(Class<T> part) {
            return part == ElementUpdating.class ? Optional.empty() : other().as(part);
        }
    }

    @BeforeEach
    void fill() {
        repo.insertOrThrow(Orders.changeset(
                ORDERS.change(),
                Map.of(
                        "id",
                        1,
                        "lines",
                        List.of(
                                Map.of("sku", "a", "quantity", 1, "note", "x"),
                                Map.of("sku", "b", "quantity", 2),
                                Map.of("sku", "c", "quantity", 3, "note", "z")))));
    }

    private static Updates<Order> lines(Condition condition, UnaryOperator<Updates<Order>> changes) {
        return Updates.of(ORDERS).elements(ORDERS.lines, condition, changes);
    }

    private List<Line> stored() {
        return repo.getOrThrow(ORDERS, 1).lines();
    }

    @Test
    void anyConditionChoosesAndAnyOperationChanges() {
        assertThat(repo.updateAll(
                        FIRST,
                        lines(
                                QUANTITY.ge(2),
                                line -> line.inc(QUANTITY, 10).min(SKU, "bb").unset(NOTE))))
                .isEqualTo(1);
        assertThat(stored()).containsExactly(new Line("a", 1, "x"), new Line("b", 12, null), new Line("bb", 13, null));
        repo.updateAll(FIRST, lines(NOTE.isNull().and(SKU.ne("b")), line -> line.set(NOTE, "y")));
        assertThat(stored()).containsExactly(new Line("a", 1, "x"), new Line("b", 12, null), new Line("bb", 13, "y"));
    }

    @Test
    void aConditionThatAlwaysHoldsChoosesAllElements() {
        repo.updateAll(FIRST, lines(DSL.trueCondition(), line -> line.set(NOTE, "n")));
        assertThat(stored()).extracting(Line::note).containsOnly("n");
    }

    @Test
    void elementsChangeWithOtherFieldsOfTheRecord() {
        Updates<Order> both = lines(SKU.eq("a"), line -> line.set(NOTE, "new")).unset(ORDERS.home);
        assertThat(repo.updateAllReturning(FIRST, both).get(0).lines().get(0)).isEqualTo(new Line("a", 1, "new"));
    }

    @Test
    void elementsOfPlainValuesChange() {
        Column<Account, List<String>> tags = Accounts.ACCOUNTS.tags;
        repo.insertOrThrow(Accounts.changeset(Map.of("email", "a@x", "tags", List.of("a", "b", "a"))));
        Column<Account, String> tag = tags.element(string());
        repo.updateAll(
                from(Accounts.ACCOUNTS).where(Accounts.ACCOUNTS.email.eq("a@x")),
                Updates.of(Accounts.ACCOUNTS).elements(tags, tag.eq("a"), each -> each.set(tag, "c")));
        assertThat(repo.all(from(Accounts.ACCOUNTS).allowScan()).get(0).tags()).containsExactly("c", "b", "c");
    }

    @Test
    void aRecordWithoutTheListIsAnErrorAndNoneIsChanged() {
        repo.insertOrThrow(Orders.changeset(ORDERS.change(), Map.of("id", 2)));
        repo.updateAll(from(ORDERS).where(ORDERS.id.eq(2)), Updates.of(ORDERS).unset(ORDERS.lines));
        Updates<Order> update = lines(SKU.eq("a"), line -> line.set(NOTE, "new"));
        assertThatThrownBy(() -> repo.updateAll(from(ORDERS).allowScan(), update))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("leads into a value that is not there");
        assertThat(stored().get(0).note()).isEqualTo("x");
        assertThat(repo.updateAll(from(ORDERS).where(ORDERS.lines.isNotNull()).allowScan(), update))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoUpdateOfElementsIsRefusedWhereItIsSaid() {
        refused(() -> lines(SKU.eq("a"), line -> line), "name what changes of each");
        refused(() -> lines(SKU.eq("a"), line -> line.set(NOTE, "x").touching()), "name what changes of each");
        refused(() -> lines(SKU.eq("a"), line -> Updates.of(ORDERS)), "name what changes of each");
        refused(() -> lines(ORDERS.id.eq(1), line -> line.set(NOTE, "x")), "can only use columns of the element");
        refused(() -> lines(SKU.eq("a"), line -> line.unset(ORDERS.home)), "inside elements(");
        refused(() -> Updates.of(ORDERS).set(NOTE, "x"), "inside elements(");
        refused(() -> lines(SKU.eq("a"), line -> line.elements(ORDERS.lines, SKU.eq("b"), each -> each)), "as a whole");
        refused(
                () -> lines(SKU.eq("a"), line -> line.set(NOTE, "x")).unset(ORDERS.lines),
                "two changes are of the same place");
    }

    @Test
    void onlyUpdateAllChangesElementsAndOnlyWhereTheStoreCan() {
        Updates<Order> update = lines(SKU.eq("a"), line -> line.set(NOTE, "x"));
        refused(
                () -> repo.upsert(
                        Orders.changeset(ORDERS.change(), Map.of("id", 1)),
                        Upsert.onKey(ORDERS).update(update)),
                "by updateAll alone");
        refused(
                () -> Repo.over(new WithoutElements(store)).updateAll(FIRST, update),
                "does not update the elements of a list");
    }

    private static void refused(Runnable call, String remedy) {
        assertThatThrownBy(call::run).isInstanceOf(MappingException.class).hasMessageContaining(remedy);
    }
}
