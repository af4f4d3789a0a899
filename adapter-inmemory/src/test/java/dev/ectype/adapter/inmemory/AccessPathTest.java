package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.CITY;
import static dev.ectype.adapter.inmemory.People.EMAIL;
import static dev.ectype.adapter.inmemory.People.ID;
import static dev.ectype.adapter.inmemory.People.NAME;
import static dev.ectype.adapter.inmemory.People.PEOPLE;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.in;
import static dev.ectype.adapter.inmemory.People.ordered;
import static dev.ectype.adapter.inmemory.People.query;
import static dev.ectype.adapter.inmemory.People.startsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessPathTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    private NativePlan plan(Predicate... conjuncts) {
        return plan(query(PEOPLE, conjuncts));
    }

    private NativePlan plan(QueryRequest query) {
        return adapter.plan(query).plan();
    }

    @Test
    void takesTheKeyAndChecksTheRest() {
        NativePlan plan = plan(compare(AGE, Comparison.GT, 3), compare(ID, Comparison.EQ, 1));
        assertThat(plan.access()).isEqualTo(Access.KEY);
        assertThat(plan.explain()).isEqualTo("""
                table people
                by primary key: id = ?
                check age > ?""");
    }

    @Test
    void takesSeveralKeys() {
        NativePlan plan = plan(in(ID, 1, 2, 3));
        assertThat(plan.access()).isEqualTo(Access.KEY);
        assertThat(plan.explain()).contains("primary key: id in (..)").doesNotContain("check");
    }

    @Test
    void prefersTheUniqueIndex() {
        NativePlan plan = plan(compare(AGE, Comparison.EQ, 3), compare(EMAIL, Comparison.EQ, "a"));
        assertThat(plan.access()).isEqualTo(Access.INDEX);
        assertThat(plan.explain()).contains("by index people_email: email = ?").contains("check age = ?");
    }

    @Test
    void takesEqualityAndThenARangeOfACompoundIndex() {
        NativePlan plan = plan(
                compare(NAME, Comparison.EQ, "Ann"), compare(AGE, Comparison.GE, 3), compare(AGE, Comparison.LT, 9));
        assertThat(plan.explain()).isEqualTo("""
                table people
                by index people_name_age: name = ?, age >= ?, age < ?""");
    }

    @Test
    void takesTheBeginningOfATextAsARange() {
        assertThat(plan(startsWith(CITY, "Ath")).explain())
                .contains("by index people_city: address.city starts with ?")
                .doesNotContain("check");
    }

    @Test
    void takesTheLiteralBeginningOfAPatternAndChecksThePattern() {
        var like = new Predicate.Text(NAME, Predicate.Text.Match.LIKE, People.value(NAME, "A\\%_b%"), false);
        assertThat(plan(like).explain()).contains("name starts with ?").contains("check name like ?");
    }

    @Test
    void findsNullsByIndex() {
        assertThat(plan(new Predicate.IsNull(AGE)).explain()).contains("index people_age: age is null");
    }

    @Test
    void neverLetsADisjunctionLeadToAPath() {
        Predicate either = new Predicate.Or(List.of(compare(ID, Comparison.EQ, 1), compare(ID, Comparison.EQ, 2)));
        NativePlan plan = plan(either);
        assertThat(plan.access()).isEqualTo(Access.SCAN);
        assertThat(plan.explain()).contains("by all rows").contains("check (id = ? or id = ?)");
    }

    @Test
    void walksAnIndexForOrderAndLimit() {
        NativePlan plan = plan(ordered(query(PEOPLE), Window.first(10), Order.descending(AGE)));
        assertThat(plan.access()).isEqualTo(Access.INDEX);
        assertThat(plan.explain()).isEqualTo("""
                table people
                by index people_age: all of it, backward
                order by age desc, as the index has it
                limit 10""");
    }

    @Test
    void callsAnOrderedWalkAScanIfNothingBoundsIt() {
        Order byAge = Order.ascending(AGE);
        Predicate unindexed = new Predicate.Not(new Predicate.IsNull(People.TAGS));
        assertThat(plan(ordered(query(PEOPLE), Window.ALL, byAge)).access()).isEqualTo(Access.SCAN);
        assertThat(plan(ordered(query(PEOPLE, unindexed), Window.first(10), byAge))
                        .access())
                .isEqualTo(Access.SCAN);
    }

    @Test
    void ordersByTheColumnsBehindAFixedOne() {
        QueryRequest query = ordered(
                query(PEOPLE, compare(NAME, Comparison.EQ, "Ann")),
                Window.ALL,
                Order.ascending(AGE),
                Order.ascending(ID));
        assertThat(plan(query).explain()).contains("order by age asc, id asc, as the index has it");
    }

    @Test
    void sortsWhatNoIndexOrders() {
        QueryRequest query = ordered(query(PEOPLE), Window.first(3), new Order(AGE, false, false));
        assertThat(plan(query).explain()).contains("order by age asc nulls last, sorted");
    }

    @Test
    void usesThePrimaryKeyOfAnOrderedTableAsAnIndex() {
        var source = People.withHint(TableOptions.ordered());
        NativePlan plan = plan(query(source, compare(ID, Comparison.GT, 5)));
        assertThat(plan.access()).isEqualTo(Access.INDEX);
        assertThat(plan.explain()).contains("index primary_key: id > ?");
        assertThat(plan(query(PEOPLE, compare(ID, Comparison.GT, 5))).access()).isEqualTo(Access.SCAN);
    }

    @Test
    void readsNothingForWhatIsNeverTrue() {
        NativePlan plan = plan(in(AGE), compare(AGE, Comparison.GT, 3));
        assertThat(plan.access()).isEqualTo(Access.KEY);
        assertThat(plan.explain()).contains("nothing, for a condition is never true");
    }

    @Test
    void refusesNativeConditionsAndTheWindowBehindThem() {
        var query = new QueryRequest(
                PEOPLE,
                List.of(compare(AGE, Comparison.EQ, 1), new Predicate.Not(new Predicate.Native("MongoDB", "{}"))),
                List.of(Order.ascending(NAME)),
                Window.first(1));
        PushDown answer = adapter.plan(query);
        assertThat(answer.where()).first().isEqualTo(Verdict.exact());
        assertThat(answer.where().get(1)).isInstanceOf(Verdict.Refused.class);
        assertThat(answer.order().isExact()).isTrue();
        assertThat(answer.window()).isInstanceOf(Verdict.Refused.class);
        assertThat(answer.plan().explain()).doesNotContain("limit");
    }

    @Test
    void showsNoValues() {
        NativePlan plan = plan(compare(NAME, Comparison.EQ, "secret"), compare(EMAIL, Comparison.GT, "secret"));
        assertThat(plan.explain()).doesNotContain("secret");
    }
}
