package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.write.Outcomes.assertViolated;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static dev.ectype.tck.write.Outcomes.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Insertions, and the rules of the store that they may break. */
public abstract class InsertContract extends ContractTest {

    @Test
    @DisplayName("I1 a row that was inserted is there, by key and in queries, and nothing else is")
    void anInsertedRowIsThere() {
        Table people = bench().table(Sources.people());
        Row row = people.row("p1", "Ann", 30, "ann@example.org", "Athens", 1L);
        assertWritten(people.insert(row), Effect.INSERTED);
        people.assertHolds(row);
        assertThat(people.find("p1")).isPresent();
        assertThat(people.find("p2")).isEmpty();
    }

    @Test
    @DisplayName("I2 values that are null are not written")
    void nullsAreNotWritten() {
        Table people = bench().table(Sources.people());
        people.holds("p1");
        people.assertUnchanged();
        assertThat(people.where(isNull(people.path("name")), isNull(people.path("age")))
                        .check())
                .hasSize(1);
    }

    @Test
    @DisplayName("I3 a taken key is a violation of the primary key, and the row that is there stays")
    void aTakenKeyIsAViolation() {
        Table people = Filled.people(bench());
        WriteOutcome outcome = people.insert(people.row("p1", "Other", 1));
        assertViolated(outcome, Violation.PRIMARY_KEY, people.sources("id"));
        people.assertUnchanged();
    }

    @Test
    @DisplayName("I4 a taken value under a unique index is a violation with the name of the index")
    void aTakenValueIsAViolation() {
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = Filled.people(bench());
        WriteOutcome outcome = people.insert(people.row("p7", "Other", 1, "ann@example.org"));
        assertViolated(outcome, Sources.MAIL_INDEX, people.sources("mail"));
        people.assertUnchanged();
    }

    @Test
    @DisplayName("I5 two rows without a value do not clash under a unique index")
    void absentValuesDoNotClash() {
        bench().needs(Capability.UNIQUE_INDEXES);
        Table people = bench().table(Sources.people());
        people.holds("p1", "a");
        people.holds("p2", "b");
        people.holds("p3", "c", 1, "mail");
        people.assertUnchanged();
    }

    @Test
    @DisplayName("I6 a compound unique index clashes in all of its fields only, and not where one is absent")
    void compoundIndexesClashInAllFields() {
        bench().needs(Capability.COMPOUND_UNIQUE);
        Table accounts = bench().table(Sources.accounts());
        accounts.holds("a1", "north", 1, "x1");
        accounts.holds("a2", "north", 2, "x2");
        accounts.holds("a3", "south", 1, "x3");
        accounts.holds("a4", "north", null, "x4");
        accounts.holds("a5", "north", null, "x5");
        accounts.holds("a6", null, 1);
        accounts.holds("a7", null, 1);
        assertViolated(
                accounts.insert(accounts.row("a8", "north", 2, "x8")),
                Sources.NUMBER_INDEX,
                accounts.sources("tenant", "number"));
        assertViolated(
                accounts.insert(accounts.row("a9", "west", 2, "x2")), Sources.IBAN_INDEX, accounts.sources("iban"));
        accounts.assertUnchanged();
    }

    @Test
    @DisplayName("I7 an insertion that breaks several rules reports one of them at least, and leaves no trace")
    void severalBrokenRules() {
        bench().needs(Capability.COMPOUND_UNIQUE);
        Table accounts = bench().table(Sources.accounts());
        accounts.holds("a1", "north", 1, "x1");
        WriteOutcome outcome = accounts.insert(accounts.row("a1", "north", 1, "x1"));
        assertThat(outcome).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(((WriteOutcome.Violated) outcome).violations())
                .isNotEmpty()
                .extracting(Violation::constraint)
                .isSubsetOf(Violation.PRIMARY_KEY, Sources.NUMBER_INDEX, Sources.IBAN_INDEX);
        accounts.assertUnchanged();
        accounts.holds("a2", "north", 2, "x2");
    }

    @Test
    @DisplayName("I8 the slots that an insertion asks for are told")
    void askedSlotsAreTold() {
        Table people = bench().table(Sources.people());
        Row row = people.row("p1", "Ann", 30);
        WriteOutcome outcome = people.adapter()
                .insert(new Insert(people.source(), row, OnConflict.raise(), List.of(0, 1, 2, 3), CallOptions.NONE));
        assertWritten(outcome, Effect.INSERTED);
        Row told = told(outcome);
        assertThat(told.get(0)).isEqualTo("p1");
        assertThat(told.get(1)).isEqualTo("Ann");
        assertThat(told.get(2)).isEqualTo(30);
        assertThat(told.get(3)).isNull();
    }

    @Test
    @DisplayName("I9 keys of several fields differ if one field does")
    void compositeKeysDifferInOneField() {
        Table memberships = Filled.memberships(bench());
        memberships.assertUnchanged();
        assertViolated(
                memberships.insert(memberships.row("acme", 1L, "other")),
                Violation.PRIMARY_KEY,
                memberships.sources("org", "member"));
        memberships.holds("acme", 3L);
        memberships.assertUnchanged();
        assertThat(memberships.find(List.of("beta", 1L)).orElseThrow().get(2)).isEqualTo("guest");
    }

    @Test
    @DisplayName("I10 records without a key may be there twice")
    void recordsWithoutAKeyMayBeThereTwice() {
        bench().needs(Capability.KEYLESS);
        Table events = bench().table(Sources.events());
        events.holds("click", 1);
        events.holds("click", 1);
        events.holds("click", 2);
        events.assertUnchanged();
        assertThat(events.where(eq(events.path("kind"), "click")).check()).hasSize(3);
    }

    @Test
    @DisplayName("I11 keys are told apart exactly: by case, spaces, length and every character")
    void keysAreToldApartExactly() {
        Table people = bench().table(Sources.people());
        List<String> keys = List.of(
                "a",
                "A",
                "a ",
                " a",
                "aa",
                "\u00e9",
                "e\u0301",
                "a,b",
                "a+b",
                "a=b",
                "a#b",
                "a/b",
                "a\\b",
                "a\"b",
                "a'b",
                "a;b",
                "<a>",
                "(a)",
                "*",
                "%",
                "_",
                "a.b",
                "$a",
                "1",
                "01",
                "null",
                "a\nb",
                "\uD83D\uDE00");
        keys.forEach(key -> people.holds(key, "row of " + key));
        for (String key : keys) {
            assertThat(people.stored(key, "name")).isEqualTo("row of " + key);
        }
        people.assertUnchanged();
    }
}
