package dev.ectype.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional.Transaction;
import dev.ectype.spi.Update;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several schemas may describe the records of one table, each in its own way. */
class SharedTableTest {
    private static final Layout NARROW = new Layout(List.of(
            new Layout.Slot("label", "cn", Scalar.TEXT),
            new Layout.Slot("shoe", "shoe_size", Scalar.INT32),
            new Layout.Slot("key", "id", Scalar.INT32)));
    private static final FieldPath LABEL =
            new FieldPath(List.of(new FieldPath.Slot("label", "cn", 0)), Scalar.TEXT, false);
    private static final FieldPath SHOE =
            new FieldPath(List.of(new FieldPath.Slot("shoe", "shoe_size", 1)), Scalar.INT32, false);
    private static final Source OTHER = new Source(
            "people",
            Optional.empty(),
            NARROW,
            List.of(2),
            List.of(new Source.Index("people_shoe", List.of(SHOE), false)),
            List.of());

    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    @Test
    void rowsGoToTheSlotsOfTheSameStoredName() {
        People.insert(adapter, People.PEOPLE, People.living(People.person(1, "Ann", 3, "a"), "Athens"));
        People.insert(adapter, OTHER, Row.over(NARROW, new Object[] {"Bob", 43, 2}));
        assertThat(People.rows(adapter, OTHER))
                .containsExactlyInAnyOrder(
                        Row.over(NARROW, new Object[] {"Ann", null, 1}), Row.over(NARROW, new Object[] {"Bob", 43, 2}));
        assertThat(People.rows(adapter, People.PEOPLE, People.compare(People.CITY, Comparison.EQ, "Athens")))
                .containsExactly(People.living(People.person(1, "Ann", 3, "a"), "Athens"));
        assertThat(People.rows(adapter, OTHER, People.compare(SHOE, Comparison.EQ, 43)))
                .hasSize(1);
    }

    @Test
    void anUpdateKeepsWhatItsSchemaDoesNotKnow() {
        People.insert(adapter, People.PEOPLE, People.person(1, "Ann", 3, "a"));
        adapter.update(new Update(
                OTHER,
                List.of(1),
                List.of(Assignment.set(LABEL, "Anna"), Assignment.set(SHOE, 38)),
                List.of(),
                List.of(),
                CallOptions.NONE));
        assertThat(People.get(adapter, 1)).isEqualTo(People.person(1, "Anna", 3, "a"));
        assertThat(People.rows(adapter, OTHER, People.compare(SHOE, Comparison.GE, 38)))
                .hasSize(1);
    }

    @Test
    void aTransactionThatIsOpenMeanwhileSeesTheAddedSlots() {
        People.insert(adapter, People.PEOPLE, People.person(1, "Ann", 3, "a"));
        try (Transaction transaction = adapter.begin(CallOptions.NONE)) {
            People.update(transaction.adapter(), 1, Assignment.set(People.AGE, 4));
            People.insert(adapter, OTHER, Row.over(NARROW, new Object[] {"Bob", 43, 2}));
            People.insert(transaction.adapter(), OTHER, Row.over(NARROW, new Object[] {"Cid", 44, 3}));
            assertThat(People.rows(transaction.adapter(), OTHER, People.compare(SHOE, Comparison.GE, 1)))
                    .hasSize(1);
            transaction.commit();
        }
        assertThat(People.rows(adapter, OTHER, People.compare(SHOE, Comparison.GE, 1)))
                .hasSize(2);
        assertThat(People.get(adapter, 1).get(2)).isEqualTo(4);
    }

    @Test
    void schemasThatContradictEachOtherAreRefused() {
        People.rows(adapter, People.PEOPLE);
        Layout wrong = new Layout(List.of(new Layout.Slot("id", "id", Scalar.TEXT)));
        Source contradicting = new Source("people", Optional.empty(), wrong, List.of(0), List.of(), List.of());
        assertThatThrownBy(() -> People.rows(adapter, contradicting)).hasMessageContaining("kind of 'id'");
        for (Storage kind : List.of(new Storage.ListOf(Scalar.TEXT), new Storage.Embedded(() -> NARROW))) {
            Layout other =
                    new Layout(List.of(new Layout.Slot("id", "id", Scalar.INT32), new Layout.Slot("name", "cn", kind)));
            Source nested = new Source("people", Optional.empty(), other, List.of(0), List.of(), List.of());
            assertThatThrownBy(() -> People.rows(adapter, nested)).hasMessageContaining("kind of 'cn'");
        }
        assertThatThrownBy(() -> People.rows(adapter, People.withHint(TableOptions.ordered())))
                .hasMessageContaining("table options");
    }

    @Test
    void anIndexThatTheRowsBreakIsRefused() {
        People.insert(adapter, People.source(), People.person(1, "Ann", 3, "a"));
        People.insert(adapter, People.source(), People.person(2, "Bob", 3, "a"));
        assertThatThrownBy(() -> People.rows(adapter, People.PEOPLE)).hasMessageContaining("people_email");
    }

    @Test
    void prefixesKeepTablesApart() {
        Source tenant = new Source(
                "people", Optional.of("tenant"), People.LAYOUT, List.of(0), People.PEOPLE.indexes(), List.of());
        People.insert(adapter, tenant, People.person(1, "Ann", 3, "a"));
        assertThat(People.rows(adapter, People.PEOPLE)).isEmpty();
        assertThat(People.rows(adapter, tenant)).hasSize(1);
    }

    @Test
    void rowsWithoutAPrimaryKeyMayBeEqual() {
        Source log = new Source("log", Optional.empty(), NARROW, List.of(), List.of(), List.of());
        Row row = Row.over(NARROW, new Object[] {"Ann", 38, 1});
        People.insert(adapter, log, row);
        People.insert(adapter, log, row);
        assertThat(People.rows(adapter, log)).containsExactly(row, row);
        var plan = adapter.plan(People.query(log, People.compare(SHOE, Comparison.EQ, 38)))
                .plan();
        assertThat(adapter.updateAll(plan, List.of(Assignment.set(SHOE, 39)), CallOptions.NONE))
                .isEqualTo(2);
        assertThat(People.rows(adapter, log))
                .hasSize(2)
                .allMatch(found -> Integer.valueOf(39).equals(found.get(1)));
    }
}
