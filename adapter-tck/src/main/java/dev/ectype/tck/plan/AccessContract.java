package dev.ectype.tck.plan;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.or;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Secrets;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Conditions;
import dev.ectype.tck.sample.Samples;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Storage.ListOf;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an adapter finds rows, and what it tells of its plans. */
public abstract class AccessContract extends ContractTest {
    private static final int MANY = 110;

    private static Access access(Table table, Predicate... conjuncts) {
        table.where(conjuncts).check();
        return table.adapter().plan(table.request(conjuncts)).plan().access();
    }

    @Test
    @DisplayName("AP1 the whole key finds rows by KEY, alone, in a list and beside other conditions")
    void theWholeKeyFindsRowsByKey() {
        bench().needs(Capability.KEY_ACCESS, Capability.MEMBERSHIP);
        Table people = Filled.people(bench());
        FieldPath id = people.path("id");
        assertThat(access(people, eq(id, "p1"))).isEqualTo(Access.KEY);
        assertThat(access(people, in(id, "p1", "p9", "p2"))).isEqualTo(Access.KEY);
        assertThat(access(people, eq(people.path("city"), "Athens"), eq(id, "p1")))
                .isEqualTo(Access.KEY);
    }

    @Test
    @DisplayName("AP1 a key of several fields finds rows by KEY only when all of it is given")
    void aPartOfAKeyIsNoKey() {
        Table memberships = Filled.memberships(bench());
        Predicate org = eq(memberships.path("org"), "acme");
        Predicate member = eq(memberships.path("member"), 1L);
        if (bench().claims(Capability.KEY_ACCESS)) {
            assertThat(access(memberships, org, member)).isEqualTo(Access.KEY);
            assertThat(access(memberships, member, org)).isEqualTo(Access.KEY);
        }
        assertThat(access(memberships, org)).isNotEqualTo(Access.KEY);
        assertThat(access(memberships, member)).isNotEqualTo(Access.KEY);
    }

    @Test
    @DisplayName("AP2 only conjuncts feed a key: an or, a not or a range of it does not")
    void onlyConjunctsFeedAKey() {
        Table people = Filled.people(bench());
        FieldPath id = people.path("id");
        assertThat(access(people, or(eq(id, "p1"), eq(people.path("city"), "Berlin"))))
                .isNotEqualTo(Access.KEY);
        assertThat(access(people, not(eq(id, "p1")))).isNotEqualTo(Access.KEY);
        assertThat(access(people, gt(id, "p1"))).isNotEqualTo(Access.KEY);
    }

    @Test
    @DisplayName("AP3 a declared index finds rows by INDEX")
    void aDeclaredIndexFindsRows() {
        bench().needs(Capability.INDEX_ACCESS);
        Table people = Filled.people(bench());
        assertThat(access(people, eq(people.path("age"), 25))).isEqualTo(Access.INDEX);
        assertThat(access(people, eq(people.path("mail"), "ann@example.org"))).isEqualTo(Access.INDEX);
        assertThat(access(people, eq(people.path("city"), "Athens"), eq(people.path("age"), 25)))
                .isEqualTo(Access.INDEX);
    }

    @Test
    @DisplayName("AP4 what reads everything says SCAN")
    void readingEverythingSaysScan() {
        Table people = Filled.people(bench());
        assertThat(access(people)).isEqualTo(Access.SCAN);
        assertThat(access(people, eq(people.path("city"), "Athens"))).isEqualTo(Access.SCAN);
        assertThat(access(people, or(eq(people.path("age"), 25), eq(people.path("city"), "Athens"))))
                .isEqualTo(Access.SCAN);
    }

    @Test
    @DisplayName("AP6 more keys of several fields than a store takes at once find a row each, and none of another's")
    void manyCompositeKeysFindTheirRows() {
        bench().needs(Capability.COMPOSITE_KEYS, Capability.MEMBERSHIP);
        Table memberships = bench().table(Sources.memberships());
        for (int i = 0; i < MANY; i++) {
            memberships.holds("org" + i % 11, (long) i, "role" + i, i);
        }
        Object[] orgs = {"org1", "org3", "org5", "org7", "none"};
        Object[] members = LongStream.range(0, MANY).boxed().toArray();
        assertThat(memberships
                        .where(in(memberships.path("org"), orgs), in(memberships.path("member"), members))
                        .check())
                .hasSize(4 * MANY / 11);
    }

    @ParameterizedTest(name = "AP5 keys of kind {0} find their row and no other")
    @EnumSource(
            value = Scalar.class,
            names = {"TEXT", "INT32", "INT64", "UUID"})
    void keysOfEveryKindFindTheirRow(Scalar kind) {
        Table keyed = bench().table(Sources.keyedBy(kind));
        List<Object> keys = Samples.ascending(kind);
        keys.forEach(key -> keyed.holds(key, "row of " + key));
        for (Object key : keys) {
            assertThat(keyed.find(key)).as("key %s", key).isPresent();
            keyed.where(eq(keyed.path("id"), key)).check();
        }
        keyed.where(in(keyed.path("id"), keys.toArray())).check();
    }

    @Test
    @DisplayName("EX1 explaining a plan shows its structure and none of its values")
    void explainShowsNoValues() {
        Table people = Filled.people(bench());
        for (boolean redacted : List.of(false, true)) {
            String secret = "swordfish";
            Predicate[] conjuncts = {
                eq(marked(people, "id", redacted), secret),
                Conditions.text(marked(people, "name", redacted), Predicate.Text.Match.CONTAINS, secret),
                in(marked(people, "city", redacted), secret, secret + "2"),
                Conditions.ge(marked(people, "age", redacted), 987_654_321)
            };
            for (Predicate conjunct : conjuncts) {
                assertShowsNothing(
                        people.adapter().plan(people.request(conjunct)).plan());
            }
            assertShowsNothing(people.adapter().plan(people.request(conjuncts)).plan());
        }
    }

    private static FieldPath marked(Table table, String name, boolean redacted) {
        FieldPath path = table.path(name);
        return new FieldPath(path.steps(), path.storage(), redacted);
    }

    private static void assertShowsNothing(NativePlan plan) {
        assertThat(plan.explain()).as("what is explained").isNotBlank();
        Secrets.assertHidden(plan.explain());
    }

    @Test
    @DisplayName("EX2 a place to go on from is not shown either")
    void explainShowsNoKeyset() {
        Table people = Filled.people(bench());
        Window after = Window.first(3).withAfter(new Window.Keyset(List.of("swordfish")));
        QueryRequest request =
                new QueryRequest(people.source(), List.of(), List.of(Order.ascending(people.path("id"))), after);
        assertShowsNothing(people.adapter().plan(request).plan());
    }

    private static void assertTellsNothing(Table table, Predicate condition) {
        PushDown answer = table.adapter().plan(table.request(condition));
        assertShowsNothing(answer.plan());
        Secrets.assertHidden(answer.where().toString() + answer.order() + answer.window());
    }

    @Test
    @DisplayName("EX3 verdicts and plans have texts without values, of every kind")
    void verdictsShowNoValues() {
        Secrets.ofEachKind().forEach((kind, secret) -> {
            Table kept = bench().table(Sources.holding(kind));
            FieldPath path = kept.path("value");
            Value redacted = new Value(secret, kind, true);
            assertTellsNothing(kept, new Predicate.Compare(path, Comparison.GT, redacted));
            assertTellsNothing(kept, eq(path, secret));
            assertTellsNothing(kept, in(path, secret, secret));
            assertTellsNothing(kept, not(or(eq(path, secret), eq(kept.path("other"), secret))));
        });
        Table decimals = bench().table(Sources.holding(Scalar.DECIMAL));
        Value ofAnotherKind = new Value(987_654_321L, Scalar.INT64, true);
        assertTellsNothing(decimals, new Predicate.Compare(decimals.path("value"), Comparison.GT, ofAnotherKind));
    }

    @Test
    @DisplayName("EX5 patterns, and what is looked for in lists, are not shown either")
    void verdictsShowNoPatterns() {
        Table texts = bench().table(Sources.holding(Scalar.TEXT));
        for (Predicate.Text.Match match : Predicate.Text.Match.values()) {
            assertTellsNothing(texts, Conditions.text(texts.path("value"), match, "%swordfish_"));
            assertTellsNothing(texts, Conditions.textIgnoringCase(texts.path("value"), match, "_swordfish%"));
        }
        bench().needs(Capability.LISTS);
        Table lists = bench().table(Sources.holding(new ListOf(Scalar.TEXT)));
        FieldPath list = lists.path("value");
        assertTellsNothing(lists, Conditions.contains(list, "swordfish"));
        assertTellsNothing(lists, Conditions.containsAll(list, "swordfish", "swordfish"));
        assertTellsNothing(lists, Conditions.any(list, eq(Conditions.element(list), "swordfish")));
        assertTellsNothing(lists, eq(list, List.of("swordfish")));
    }

    @Test
    @DisplayName("EX4 the store is called what its profile says")
    void theStoreHasAName() {
        assertThat(bench().adapter().store())
                .isNotBlank()
                .isEqualTo(bench().profile().store());
    }
}
