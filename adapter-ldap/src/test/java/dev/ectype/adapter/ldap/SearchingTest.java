package dev.ectype.adapter.ldap;

import static dev.ectype.adapter.ldap.Things.path;
import static dev.ectype.adapter.ldap.Things.row;
import static dev.ectype.adapter.ldap.Things.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import dev.ectype.adapter.ldap.connection.LdapOptions;
import dev.ectype.adapter.ldap.mapping.LdapColumn;
import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.adapter.ldap.server.TestDirectory;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.RowCursor.End;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class SearchingTest {
    private final TestDirectory directory;
    private final Source source = Things.source();
    private LdapAdapter adapter;

    SearchingTest(Server server) {
        this.directory = server.directory();
    }

    @BeforeEach
    void open() {
        directory.renew("things");
        adapter = LdapAdapter.connect(
                directory.servers(),
                LdapOptions.DEFAULTS.withBase(TestDirectory.BASE).withPageSize(3));
        for (int i = 0; i < 10; i++) {
            Things.insert(adapter, source, row("k" + i, "number", 9 - i, "ignore", i % 2 == 0 ? "Even" : "odd"));
        }
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    private static Predicate number(Comparison comparison, int number) {
        return new Predicate.Compare(path("number"), comparison, value(number, Scalar.INT32));
    }

    private static Predicate ignoreIs(String text) {
        return new Predicate.Compare(path("ignore"), Comparison.EQ, value(text, Scalar.TEXT));
    }

    private List<Object> numbers(PushDown plan) {
        return Things.rows(adapter, source, plan).stream()
                .map(row -> row.get(Things.slot("number")))
                .toList();
    }

    @Test
    void followsPages() {
        assertThat(Things.rows(adapter, source, Things.plan(adapter, source))).hasSize(10);
    }

    @Test
    void readsOneEntryByItsKey() {
        Predicate byKey = new Predicate.Compare(path("key"), Comparison.EQ, value("k1", Scalar.TEXT));
        PushDown plan = Things.plan(adapter, source, byKey, ignoreIs("odd"));
        assertThat(plan.plan().access()).isEqualTo(Access.KEY);
        assertThat(plan.plan().explain())
                .contains("scope=base")
                .contains("base=etKey=?,ou=things")
                .contains("(etIgnore=?)")
                .doesNotContain("k1")
                .doesNotContain("odd");
        assertThat(numbers(plan)).containsExactly(8);
        assertThat(Things.rows(adapter, source, Things.plan(adapter, source, byKey, ignoreIs("Even"))))
                .isEmpty();
    }

    @Test
    void knowsIndexesFromTheSource() {
        assertThat(Things.plan(adapter, source, number(Comparison.GE, 3)).plan().access())
                .isEqualTo(Access.INDEX);
        assertThat(Things.plan(adapter, source, ignoreIs("x")).plan().access()).isEqualTo(Access.SCAN);
    }

    @Test
    void sortsAndTakesAWindow() {
        Window window = new Window(Optional.empty(), 2, OptionalLong.of(5));
        PushDown plan = Things.plan(
                adapter, source, List.of(number(Comparison.GE, 0)), List.of(Order.descending(path("number"))), window);
        assertThat(plan.isWhole()).isTrue();
        assertThat(plan.plan().explain())
                .contains("sort=-etNumber:integerOrderingMatch")
                .contains("limit 5 offset 2");
        assertThat(numbers(plan)).containsExactly(7, 6, 5, 4, 3);
    }

    @Test
    void letsTheServerPassOverAnOffsetWhereItCan() {
        List<Order> byNumber = List.of(Order.descending(path("number")));
        for (int offset : new int[] {1, 8, 9, 10, 50}) {
            Window window = Window.first(2).withOffset(offset);
            PushDown plan = Things.plan(adapter, source, List.of(number(Comparison.GE, 0)), byNumber, window);
            assertThat(plan.isWhole()).isTrue();
            assertThat(plan.plan().explain().contains("by position"))
                    .isEqualTo(directory == Server.IN_MEMORY.directory());
            List<Object> wanted = List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
            assertThat(numbers(plan)).isEqualTo(wanted.subList(Math.min(10, offset), Math.min(10, offset + 2)));
        }
    }

    @Test
    void putsEntriesWithoutAValueWhereTheyAreWanted() {
        Things.insert(adapter, source, row("none"));
        Order key = Order.ascending(path("key"));
        for (boolean descending : new boolean[] {false, true}) {
            for (boolean nullsFirst : new boolean[] {false, true}) {
                Order number = new Order(path("number"), descending, nullsFirst);
                PushDown plan = Things.plan(adapter, source, List.of(), List.of(number, key), Window.ALL);
                assertThat(plan.isWhole()).as(number.toString()).isTrue();
                List<Object> numbers = numbers(plan);
                assertThat(numbers.get(nullsFirst ? 0 : 10))
                        .as(number.toString())
                        .isNull();
                assertThat(numbers.get(nullsFirst ? 1 : 0)).isEqualTo(descending ? 9 : 0);
            }
        }
    }

    @Test
    void takesAWindowAcrossTheEntriesWithoutAValue() {
        Things.insert(adapter, source, row("none"));
        List<Order> order = List.of(Order.ascending(path("number")), Order.ascending(path("key")));
        PushDown plan = Things.plan(adapter, source, List.of(), order, Window.first(2));
        assertThat(plan.plan().explain()).contains("filter=(&(objectClass=etThing)(!(etNumber=*)))", "then search");
        assertThat(numbers(plan)).containsExactly(null, 0);
        PushDown offset =
                Things.plan(adapter, source, List.of(), order, Window.first(2).withOffset(1));
        assertThat(numbers(offset)).containsExactly(0, 1);
    }

    @Test
    void refusesAnotherPlaceForNullsOfALaterKey() {
        List<Order> order = List.of(Order.ascending(path("number")), Order.ascending(path("date")));
        assertThat(Things.plan(adapter, source, List.of(), order, Window.ALL)
                        .order()
                        .toString())
                .contains("servers have one place for entries without a value");
    }

    @Test
    void refusesTheOrderOfTextsThatIgnoreCaseUnlessTheColumnSaysSo() {
        List<Order> byText = List.of(new Order(path("ignore"), false, false));
        PushDown refused = Things.plan(adapter, source, List.of(), byText, Window.ALL);
        assertThat(refused.order().toString()).contains("comparedByDirectory()");
        Source said = Things.source(Things.MAPPING.column("etIgnore", LdapColumn.PLAIN.comparedByDirectory()));
        PushDown plan = Things.plan(adapter, said, List.of(ignoreIs("EVEN")), byText, Window.ALL);
        assertThat(plan.isWhole()).isTrue();
        assertThat(Things.rows(adapter, said, plan)).hasSize(5);
    }

    @Test
    void dropsWhatTheServerTakesForEqual() {
        PushDown plan = Things.plan(adapter, source, ignoreIs("EVEN"));
        assertThat(plan.where().get(0).isExact()).isTrue();
        assertThat(plan.plan().explain()).contains("then drop what is not ignore = ?");
        assertThat(Things.rows(adapter, source, plan)).isEmpty();
    }

    @Test
    void endsByTheBudget() {
        ScanSpec two = new ScanSpec(List.of(0), OptionalLong.of(2), CallOptions.NONE);
        try (RowCursor cursor = adapter.scan(Things.plan(adapter, source).plan(), two)) {
            assertThat(cursor.next()).isNotNull();
            assertThat(cursor.next()).isNotNull();
            assertThat(cursor.next()).isNull();
            assertThat(cursor.end()).isEqualTo(End.BUDGET);
        }
    }

    @Test
    void canBeLeftHalfWayAndReadAgain() {
        for (int i = 0; i < 30; i++) {
            try (RowCursor cursor = adapter.scan(Things.plan(adapter, source).plan(), Things.everything(source))) {
                assertThat(cursor.next()).isNotNull();
            }
        }
        assertThat(Things.rows(adapter, source, Things.plan(adapter, source))).hasSize(10);
    }

    @Test
    void takesNativeFilters() {
        Predicate nativeFilter = new Predicate.Native("LDAP", Filter.createEqualityFilter("etNumber", "4"));
        assertThat(numbers(Things.plan(adapter, source, nativeFilter))).containsExactly(4);
        assertThat(Things.plan(adapter, source, new Predicate.Not(nativeFilter))
                        .where()
                        .get(0)
                        .isExact())
                .isFalse();
    }

    @Test
    void takesExtensibleMatchesWhereTheServerHasThem() {
        Filter exactly = Filter.createExtensibleMatchFilter("etNumber", "integerMatch", false, "4");
        PushDown plan = Things.plan(adapter, source, new Predicate.Native("LDAP", exactly));
        if (directory != Server.IN_MEMORY.directory()) {
            assertThat(numbers(plan)).containsExactly(4);
        } else {
            assertThatThrownBy(() -> numbers(plan))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("18 inappropriate matching");
        }
    }

    @Test
    void refusesWhatAFilterCannotSay() {
        Predicate fields = new Predicate.Compare(path("number"), Comparison.EQ, path("number"));
        assertThat(Things.plan(adapter, source, fields).where().get(0).toString())
                .startsWith("refused")
                .contains("constants only");
    }

    @Test
    void narrowsByWhatItCanSayOfAConjunction() {
        Predicate one = new Predicate.Text(path("ignore"), Match.LIKE, value("ev_n", Scalar.TEXT), false);
        PushDown plan = Things.plan(adapter, source, one, number(Comparison.LT, 5));
        assertThat(plan.where().get(1).isExact()).isTrue();
        assertThat(Things.rows(adapter, source, plan)).hasSizeLessThan(10);
    }

    @Test
    void saysThatTheBaseIsNotThere() {
        Source elsewhere = Things.source(Things.MAPPING.below("ou=nowhere," + TestDirectory.BASE));
        assertThatThrownBy(() -> Things.rows(adapter, elsewhere, Things.plan(adapter, elsewhere)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("32");
    }

    @Test
    void readsNothingOfWhatIsNeverTrue() {
        PushDown plan = Things.plan(adapter, source, new Predicate.Constant(false));
        assertThat(plan.plan().explain()).startsWith("nothing");
        List<Row> rows = Things.rows(adapter, source, plan);
        assertThat(rows).isEmpty();
    }
}
