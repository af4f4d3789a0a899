package dev.ectype.tck.write;

import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.text;
import static dev.ectype.tck.write.Outcomes.assertStale;
import static dev.ectype.tck.write.Outcomes.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that look like operators, filters, names or code are values. */
public abstract class HostileContract extends ContractTest {

    static List<String> hostile() {
        return List.of(
                "*",
                "*)(id=*",
                "*))(|(id=*",
                "(|(a=b)(c=d))",
                "\\2a",
                "\\00",
                "\u0000",
                "x\u0000y",
                "' or '1'='1",
                "\" or \"\"=\"",
                "'; drop table people; --",
                "{\"$ne\": null}",
                "$gt",
                "$where",
                "{$gt: ''}",
                "$name",
                "$$ROOT",
                "${7*7}",
                ".*",
                "^.*$",
                "#id",
                ":v0",
                "attribute_exists(id)",
                "a,dc=other",
                "cn=admin,dc=example",
                "+",
                ";",
                "=",
                "<>",
                "../../etc",
                "%00",
                "\r\nX: y",
                "null",
                "undefined",
                "NaN",
                "__proto__",
                "\u202Eabc",
                "\uFEFF");
    }

    @ParameterizedTest(name = "H1 a value is compared as it is: [{index}]")
    @MethodSource("hostile")
    void valuesAreComparedAsTheyAre(String value) {
        Table people = Filled.people(bench());
        people.holds("h1", value, 1, null, value);
        FieldPath name = people.path("name");
        assertThat(people.where(eq(name, value)).check()).hasSize(1);
        assertThat(people.where(ne(name, value)).check()).hasSize(5);
        assertThat(people.where(in(name, value, "Eve")).check()).hasSize(2);
        people.where(ge(name, value)).check();
        for (Match match : List.of(Match.STARTS_WITH, Match.CONTAINS, Match.ENDS_WITH)) {
            people.where(text(name, match, value)).check();
        }
        people.assertUnchanged();
    }

    @ParameterizedTest(name = "H2 a value is a key as it is: [{index}]")
    @MethodSource("hostile")
    void valuesAreKeysAsTheyAre(String value) {
        Table people = Filled.people(bench());
        assertThat(people.find(value)).isEmpty();
        assertStale(people.update(value, Assignment.set(people.path("city"), "Rome")));
        assertStale(people.delete(value));
        people.assertUnchanged();
        people.holds(value, "hostile");
        assertWritten(people.update(value, Assignment.set(people.path("city"), value)), Effect.UPDATED);
        assertThat(people.stored(value, "city")).isEqualTo(value);
        assertWritten(people.delete(value), Effect.DELETED);
        assertThat(people.stored()).hasSize(6);
    }

    @Test
    @DisplayName("H3 a map with keys like operators is a value, and such keys are paths like any other")
    void mapsLikeOperatorsAreValues() {
        bench().needs(Capability.MAPS);
        Table scored = Filled.scored(bench());
        for (String key : List.of("$ne", "$gt", "$set", "a.$.b", "$", ".", "a.", ".a", "[0]", "#n", ":v")) {
            scored.holds("k" + key, Map.of(key, 7));
            assertThat(scored.where(eq(scored.path("scores", key), 7)).check())
                    .as(key)
                    .hasSize(1);
        }
        scored.assertUnchanged();
    }

    @Test
    @DisplayName("H4 a value of any kind that looks like an operator is compared as a value")
    void anyValuesLikeOperatorsAreValues() {
        bench().needs(Capability.ANY_VALUES, Capability.STRUCTURE_EQUALITY);
        Table kept = bench().table(Sources.holding(Scalar.ANY));
        kept.holds("a", Map.of("$gt", ""));
        kept.holds("b", "text");
        kept.holds("c", Map.of("$ne", 1));
        assertThat(kept.where(eq(kept.path("value"), Map.of("$gt", ""))).check())
                .hasSize(1);
        assertThat(kept.where(eq(kept.path("value"), Map.of("$ne", 2))).check()).isEmpty();
    }

    @Test
    @DisplayName("H5 values that are set are not expressions")
    void setValuesAreNotExpressions() {
        Table people = Filled.people(bench());
        for (String value : List.of("$name", "$$NOW", "${city}", "{\"$inc\": 1}", "name", "city")) {
            assertWritten(people.update("p1", Assignment.set(people.path("city"), value)), Effect.UPDATED);
            assertThat(people.stored("p1", "city")).isEqualTo(value);
        }
    }

    @Test
    @DisplayName(
            "H6 options of a call are no conditions and no values: what is meant for another store changes nothing")
    void optionsAreNoConditions() {
        Table people = Filled.people(bench());
        CallOptions options = new CallOptions(Optional.of(Duration.ofMinutes(1)), List.of(Map.of("city", "Berlin")));
        ScanSpec spec = new ScanSpec(people.slots(), OptionalLong.empty(), options);
        int rows = 0;
        try (RowCursor cursor =
                people.adapter().scan(people.adapter().plan(people.request()).plan(), spec)) {
            while (cursor.next() != null) {
                rows++;
            }
        }
        assertThat(rows).isEqualTo(6);
        assertWritten(
                people.adapter().delete(new Delete(people.source(), List.of("p1"), List.of(), List.of(), options)),
                Effect.DELETED);
        assertThat(people.stored()).hasSize(5);
    }
}
