package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.EMAIL;
import static dev.ectype.adapter.inmemory.People.ID;
import static dev.ectype.adapter.inmemory.People.NAME;
import static dev.ectype.adapter.inmemory.People.PEOPLE;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Stale;
import dev.ectype.spi.WriteOutcome.Violated;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    private WriteOutcome insert(Row row) {
        return People.insert(adapter, PEOPLE, row);
    }

    private static Effect effect(WriteOutcome outcome) {
        return ((WriteOutcome.Written) outcome).effect();
    }

    private static List<String> violated(WriteOutcome outcome) {
        return ((Violated) outcome)
                .violations().stream().map(Violation::constraint).toList();
    }

    @Test
    void reportsEveryRuleThatAnInsertionBreaks() {
        insert(person(1, "Ann", 3, "a"));
        WriteOutcome outcome = insert(person(1, "Bob", 4, "a"));
        assertThat(violated(outcome)).containsExactly(Violation.PRIMARY_KEY, "people_email");
        assertThat(((Violated) outcome).violations().get(1).fields()).containsExactly("mail");
        assertThat(People.rows(adapter, PEOPLE)).hasSize(1);
    }

    @Test
    void letsRecordsWithANullShareTheRestOfAUniqueIndex() {
        Source source = People.source(new Source.Index("name_email", List.of(NAME, EMAIL), true));
        assertThat(effect(People.insert(adapter, source, person(1, "Ann", 1, null))))
                .isEqualTo(Effect.INSERTED);
        assertThat(effect(People.insert(adapter, source, person(2, "Ann", 1, null))))
                .isEqualTo(Effect.INSERTED);
        assertThat(effect(People.insert(adapter, source, person(3, "Ann", 1, "a"))))
                .isEqualTo(Effect.INSERTED);
        assertThat(violated(People.insert(adapter, source, person(4, "Ann", 1, "a"))))
                .containsExactly("name_email");
    }

    @Test
    void updatesWhatMeetsTheConditionsAndCallsTheRestStale() {
        insert(person(1, "Ann", 3, "a"));
        var isThree = List.of(compare(AGE, Comparison.EQ, 3));
        assertThat(effect(People.update(adapter, 1, isThree, Assignment.set(AGE, 4))))
                .isEqualTo(Effect.UPDATED);
        assertThat(People.update(adapter, 1, isThree, Assignment.set(AGE, 5))).isInstanceOf(Stale.class);
        assertThat(People.update(adapter, 2, Assignment.set(AGE, 5))).isInstanceOf(Stale.class);
        assertThat(People.get(adapter, 1).get(2)).isEqualTo(4);
        assertThat(People.rows(adapter, PEOPLE, compare(AGE, Comparison.EQ, 3))).isEmpty();
        assertThat(People.rows(adapter, PEOPLE, compare(AGE, Comparison.EQ, 4))).hasSize(1);
    }

    @Test
    void keepsUniqueIndexesOnUpdate() {
        insert(person(1, "Ann", 3, "a"));
        insert(person(2, "Bob", 3, "b"));
        assertThat(violated(People.update(adapter, 2, Assignment.set(EMAIL, "a"))))
                .containsExactly("people_email");
        assertThat(effect(People.update(adapter, 2, Assignment.set(EMAIL, "b"))))
                .isEqualTo(Effect.UPDATED);
        assertThat(effect(People.update(adapter, 1, Assignment.set(EMAIL, null))))
                .isEqualTo(Effect.UPDATED);
        assertThat(effect(People.update(adapter, 2, Assignment.set(EMAIL, "a"))))
                .isEqualTo(Effect.UPDATED);
    }

    @Test
    void movesARowToAnotherKeyUnlessItIsTaken() {
        insert(person(1, "Ann", 3, "a"));
        insert(person(2, "Bob", 3, "b"));
        assertThat(violated(People.update(adapter, 1, Assignment.set(ID, 2)))).containsExactly(Violation.PRIMARY_KEY);
        assertThat(effect(People.update(adapter, 1, Assignment.set(ID, 3)))).isEqualTo(Effect.UPDATED);
        assertThat(People.get(adapter, 1)).isNull();
        assertThat(People.get(adapter, 3).get(1)).isEqualTo("Ann");
    }

    @Test
    void deletesWhatMeetsTheConditionsAndTellsWhatItWas() {
        insert(person(1, "Ann", 3, "a"));
        assertThat(People.delete(adapter, 1, compare(AGE, Comparison.EQ, 4))).isInstanceOf(Stale.class);
        WriteOutcome outcome = People.delete(adapter, 1, compare(AGE, Comparison.EQ, 3));
        assertThat(((WriteOutcome.Written) outcome).row()).contains(person(1, "Ann", 3, "a"));
        assertThat(People.delete(adapter, 1)).isInstanceOf(Stale.class);
        assertThat(effect(insert(person(2, "Bob", 3, "a")))).isEqualTo(Effect.INSERTED);
    }

    @Test
    void keepsOrChangesWhatIsThereOnAConflict() {
        insert(person(1, "Ann", 3, "a"));
        OnConflict keep = new OnConflict.Keep(List.of());
        assertThat(effect(People.insert(adapter, PEOPLE, person(1, "Bob", 9, "z"), keep)))
                .isEqualTo(Effect.UNCHANGED);
        OnConflict change = new OnConflict.Change(
                List.of(3), List.of(Assignment.set(AGE, 7)), List.of(compare(AGE, Comparison.LT, 7)));
        Row sameEmail = person(2, "Bob", 9, "a");
        assertThat(effect(People.insert(adapter, PEOPLE, sameEmail, change))).isEqualTo(Effect.UPDATED);
        assertThat(People.insert(adapter, PEOPLE, sameEmail, change)).isInstanceOf(Stale.class);
        assertThat(People.get(adapter, 1).get(2)).isEqualTo(7);
        assertThat(People.get(adapter, 2)).isNull();
    }

    @Test
    void reportsAConflictWithAnotherKeyThanTheTarget() {
        insert(person(1, "Ann", 3, "a"));
        OnConflict keepById = new OnConflict.Keep(List.of(0));
        assertThat(violated(People.insert(adapter, PEOPLE, person(2, "Bob", 3, "a"), keepById)))
                .containsExactly("people_email");
    }

    @Test
    void refusesATargetThatIsNoUniqueKey() {
        OnConflict keepByAge = new OnConflict.Keep(List.of(2));
        assertThatThrownBy(() -> People.insert(adapter, PEOPLE, person(1, "Ann", 3, "a"), keepByAge))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("unique index")
                .hasMessageContaining("age");
    }

    @Test
    void insertsManyAndReportsEachRow() {
        List<Insert> inserts = List.of(insertion(1, "a"), insertion(2, "a"), insertion(1, "c"), insertion(3, "d"));
        List<WriteOutcome> outcomes = adapter.insertAll(inserts);
        assertThat(effect(outcomes.get(0))).isEqualTo(Effect.INSERTED);
        assertThat(violated(outcomes.get(1))).containsExactly("people_email");
        assertThat(violated(outcomes.get(2))).containsExactly(Violation.PRIMARY_KEY);
        assertThat(effect(outcomes.get(3))).isEqualTo(Effect.INSERTED);
        assertThat(People.ids(People.rows(adapter, PEOPLE, compare(AGE, Comparison.EQ, 5))))
                .containsExactlyInAnyOrder(1, 3);
    }

    private static Insert insertion(int id, String email) {
        return new Insert(PEOPLE, person(id, "x", 5, email), OnConflict.raise(), List.of(), CallOptions.NONE);
    }

    @Test
    void changesAndRemovesAllRowsOfAPlan() {
        for (int i = 0; i < 10; i++) {
            insert(person(i, "Ann", i, "a" + i));
        }
        var old = adapter.plan(People.query(PEOPLE, compare(AGE, Comparison.GE, 5)))
                .plan();
        var increment = new Assignment(AGE, Assignment.Operation.INCREMENT, 100);
        assertThat(adapter.updateAll(old, List.of(increment), CallOptions.NONE)).isEqualTo(5);
        assertThat(People.rows(adapter, PEOPLE, compare(AGE, Comparison.GE, 105)))
                .hasSize(5);
        assertThat(adapter.deleteAll(old, CallOptions.NONE)).isEqualTo(5);
        assertThat(People.ids(People.rows(adapter, PEOPLE))).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void changesAllRowsOrNone() {
        insert(person(1, "Ann", 1, "a"));
        insert(person(2, "Ann", 1, "b"));
        var everybody = adapter.plan(People.query(PEOPLE)).plan();
        assertThatThrownBy(() -> adapter.updateAll(
                        everybody, List.of(Assignment.set(AGE, 9), Assignment.set(EMAIL, "c")), CallOptions.NONE))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("people_email");
        assertThat(People.rows(adapter, PEOPLE, compare(AGE, Comparison.EQ, 9))).isEmpty();
    }

    @Test
    void comparesUniqueValuesOnlyWhenAllRowsAreChanged() {
        Source source = People.source(new Source.Index("age", List.of(AGE), true));
        for (int i = 0; i < 5; i++) {
            People.insert(adapter, source, person(i, "Ann", i, null));
        }
        var everybody = adapter.plan(People.query(source)).plan();
        adapter.updateAll(everybody, List.of(new Assignment(AGE, Assignment.Operation.INCREMENT, 1)), CallOptions.NONE);
        assertThat(People.rows(adapter, source).stream().map(row -> row.get(2)))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void refusesValuesOfAnotherKind() {
        assertThatThrownBy(() -> insert(person(1, "Ann", 3L, null)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("field: age")
                .hasMessageContaining("INT32")
                .hasMessageContaining("java.lang.Long");
        insert(person(1, "Ann", 3, null));
        assertThatThrownBy(() -> People.update(adapter, 1, Assignment.set(NAME, 5)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("field: name");
    }

    @Test
    void refusesARowWithoutAPrimaryKey() {
        Insert untold =
                new Insert(PEOPLE, person(null, "Ann", 3, null), OnConflict.raise(), List.of(), CallOptions.NONE);
        assertThatThrownBy(() -> adapter.insert(untold))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("primary key")
                .hasMessageContaining("id");
    }

    @Test
    void keepsAdaptersApart() {
        insert(person(1, "Ann", 3, null));
        assertThat(People.rows(InMemoryAdapter.create(), PEOPLE)).isEmpty();
    }

    @Test
    void refusesToWorkWhenClosed() {
        adapter.close();
        assertThatThrownBy(() -> insert(person(1, "Ann", 3, null))).hasMessageContaining("closed");
    }
}
