package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.and;
import static dev.ectype.tck.sample.Conditions.any;
import static dev.ectype.tck.sample.Conditions.contains;
import static dev.ectype.tck.sample.Conditions.containsAll;
import static dev.ectype.tck.sample.Conditions.element;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.ge;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.lt;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.or;
import static dev.ectype.tck.sample.Conditions.size;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Paths;
import dev.ectype.tck.sample.Sources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists, sets and maps in conditions: their elements, their size, and themselves. */
public abstract class ListContract extends ContractTest {

    private static void check(Table table, Predicate... conditions) {
        for (Predicate condition : conditions) {
            table.where(condition).check();
            table.where(not(condition)).check();
        }
    }

    @Test
    @DisplayName("A1 a list contains a value if an element equals it; unknown where there is no list")
    void listsContainValues() {
        Table items = Filled.items(bench());
        FieldPath tags = items.path("tags");
        check(items, contains(tags, "red"), contains(tags, "green"), contains(tags, "re"), contains(tags, "none"));
        check(items, contains(items.path("ratings"), 3), contains(items.path("ratings"), 9));
        assertThat(items.where(contains(tags, "green")).check()).hasSize(2);
        assertThat(items.where(contains(tags, "green"), contains(items.path("ratings"), 1))
                        .check())
                .hasSize(1);
    }

    @Test
    @DisplayName("A2 a list contains several values if it has each, in any order; of none, it does if it is there")
    void listsContainSeveralValues() {
        Table items = Filled.items(bench());
        FieldPath tags = items.path("tags");
        check(
                items,
                containsAll(tags, "green", "red"),
                containsAll(tags, "red", "red"),
                containsAll(tags, "red", "none"),
                containsAll(tags, "blue"),
                containsAll(tags));
    }

    @Test
    @DisplayName("A3 an element meets a condition: one and the same element meets all of it")
    void oneElementMeetsTheCondition() {
        Table items = Filled.items(bench());
        FieldPath ratings = items.path("ratings");
        FieldPath rating = element(ratings);
        check(
                items,
                any(ratings, gt(rating, 2)),
                any(ratings, and(gt(rating, 1), lt(rating, 3))),
                any(ratings, and(gt(rating, 1), lt(rating, 5))),
                any(ratings, or(eq(rating, 5), eq(rating, 2))),
                any(ratings, not(eq(rating, 3))),
                any(ratings, ne(rating, 3)),
                any(items.path("tags"), eq(element(items.path("tags")), "blue")));
        assertThat(items.where(any(ratings, and(ge(rating, 2), lt(rating, 3)))).check())
                .hasSize(1);
    }

    @Test
    @DisplayName("A4 an embedded record in a list meets a condition on several of its fields")
    void oneEmbeddedRecordMeetsTheCondition() {
        Table orders = Filled.orders(bench());
        FieldPath lines = orders.path("lines");
        FieldPath sku = Paths.of(Sources.line(), "sku");
        FieldPath qty = Paths.of(Sources.line(), "qty");
        FieldPath tags = Paths.of(Sources.line(), "tags");
        check(
                orders,
                any(lines, eq(sku, "b")),
                any(lines, and(eq(sku, "a"), gt(qty, 1))),
                any(lines, and(eq(sku, "b"), gt(qty, 1))),
                any(lines, isNull(sku)),
                any(lines, contains(tags, "x")),
                any(lines, size(tags, Comparison.GE, 2)));
        assertThat(orders.where(any(lines, and(eq(sku, "a"), gt(qty, 1)))).check())
                .as("no single line is both")
                .isEmpty();
    }

    @Test
    @DisplayName("A5 the size of a list is compared with a number, and unknown where there is none")
    void sizesAreCompared() {
        Table items = Filled.items(bench());
        for (Comparison comparison : Comparison.values()) {
            for (int wanted = 0; wanted <= 3; wanted++) {
                check(items, size(items.path("tags"), comparison, wanted));
            }
        }
    }

    @Test
    @DisplayName("A6 sets answer as lists do")
    void setsAnswerAsLists() {
        Table marked = Filled.marked(bench());
        FieldPath marks = marked.path("marks");
        FieldPath codes = marked.path("codes");
        check(
                marked,
                contains(marks, "a"),
                contains(codes, 3),
                containsAll(marks, "b", "a"),
                size(codes, Comparison.GT, 1),
                any(codes, lt(element(codes), 2)));
        assertThat(marked.where(contains(marks, "b")).check()).hasSize(2);
    }

    @Test
    @DisplayName("A7 lists are equal element by element, in order; sets whatever their order; maps entry by entry")
    void wholeStructuresAreCompared() {
        Table items = Filled.items(bench());
        FieldPath tags = items.path("tags");
        check(items, eq(tags, List.of("red", "green")), eq(tags, List.of("green", "red")), ne(tags, List.of("green")));
        if (bench().claims(Capability.SETS)) {
            Table marked = Filled.marked(bench());
            check(marked, eq(marked.path("codes"), Set.of(3, 2, 1)), ne(marked.path("codes"), Set.of(3)));
        }
        if (bench().claims(Capability.MAPS)) {
            Table scored = Filled.scored(bench());
            FieldPath scores = scored.path("scores");
            check(
                    scored,
                    eq(scores, Map.of("art.history", 2, "maths", 5)),
                    eq(scores, Map.of("maths", 5)),
                    eq(scores, Map.of("art.history", 3)),
                    ne(scores, Map.of("maths", 3)));
        }
    }

    @Test
    @DisplayName("A8 the size of a map is the number of its keys")
    void sizesOfMaps() {
        Table scored = Filled.scored(bench());
        for (Comparison comparison : Comparison.values()) {
            check(scored, size(scored.path("scores"), comparison, 1));
        }
    }

    @Test
    @DisplayName("A9 whole embedded records are equal by their values")
    void wholeRecordsAreCompared() {
        Table orders = Filled.orders(bench());
        FieldPath geo = orders.path("address", "geo");
        check(orders, eq(geo, Filled.geo(38, 24)), eq(geo, Filled.geo(null, 24)), ne(geo, Filled.geo(38, 24)));
    }
}
