package dev.ectype.tck.harness;

import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables with rows in them, of which some lack some values. */
public final class Filled {
    private Filled() {}

    /** People: two of one name, two of one age, one without a name, one without an age, three without a mail. */
    public static Table people(Bench bench) {
        Table people = bench.table(Sources.people());
        people.holds("p1", "Ann", 30, "ann@example.org", "Athens", 1L);
        people.holds("p2", "bob", 25, "bob@example.org", "Berlin", 1L);
        people.holds("p3", "Cleo", null, "cleo@example.org", "Athens", 2L);
        people.holds("p4", null, 25, null, null, null);
        people.holds("p5", "Ann", 41, null, "Z\u00fcrich", 7L);
        people.holds("p6", "Eve", 30, null, "athens", 1L);
        return people;
    }

    /** Memberships of three organisations, the same member in several. */
    public static Table memberships(Bench bench) {
        bench.needs(Capability.COMPOSITE_KEYS);
        Table memberships = bench.table(Sources.memberships());
        memberships.holds("acme", 1L, "admin", 3);
        memberships.holds("acme", 2L, "guest", 1);
        memberships.holds("beta", 1L, "guest", 2);
        memberships.holds("beta", 3L, null, null);
        memberships.holds("core", 2L, "admin", 9);
        return memberships;
    }

    /** Orders with and without an address, a position in it, and lines. */
    public static Table orders(Bench bench) {
        bench.needs(Capability.EMBEDDED, Capability.LISTS);
        Table orders = bench.table(Sources.orders());
        orders.holds("o1", address("Main 1", "Athens", 105, geo(38, 24)), lines(line("a", 1), line("b", 5, "x", "y")));
        orders.holds("o2", address("Main 2", "Berlin", 101, null), lines(line("b", 2, "y")));
        orders.holds("o3", address(null, "Athens", null, geo(null, 24)), lines(line(null, 7), line("a", null)));
        orders.holds("o4", null, null);
        orders.holds("o5", address("Side 3", null, 7, null), lines(line("c", 1, "x")));
        return orders;
    }

    /** Items with lists of texts and numbers, one of a single element, one with none at all. */
    public static Table items(Bench bench) {
        bench.needs(Capability.LISTS);
        Table items = bench.table(Sources.items());
        items.holds("i1", List.of("red", "green"), List.of(1, 2, 3));
        items.holds("i2", List.of("green"), List.of(3));
        items.holds("i3", List.of("red", "red", "blue"), List.of(5, 1));
        items.holds("i4", null, null);
        if (bench.claims(Capability.EMPTY_COLLECTIONS)) {
            items.holds("i5", List.of(), List.of());
        }
        if (bench.claims(Capability.NULL_ELEMENTS)) {
            items.holds("i6", Arrays.asList("red", null), Arrays.asList(null, 4));
        }
        return items;
    }

    /** Marked records with sets of texts and numbers. */
    public static Table marked(Bench bench) {
        bench.needs(Capability.SETS);
        Table marked = bench.table(Sources.marked());
        marked.holds("m1", Set.of("a", "b"), Set.of(1, 2, 3));
        marked.holds("m2", Set.of("b"), Set.of(3));
        marked.holds("m3", null, null);
        return marked;
    }

    /** Scored records, of which one lacks the subject that is asked for, and one has none. */
    public static Table scored(Bench bench) {
        bench.needs(Capability.MAPS);
        Table scored = bench.table(Sources.scored());
        scored.holds("s1", Map.of("maths", 5, "art.history", 2));
        scored.holds("s2", Map.of("maths", 3));
        scored.holds("s3", Map.of("art.history", 9));
        scored.holds("s4", (Object) null);
        return scored;
    }

    /** An address. */
    public static Row address(
            @Nullable String street, @Nullable String city, @Nullable Integer zip, @Nullable Row geo) {
        return record(Sources.address(), street, city, zip, geo);
    }

    /** A position. */
    public static Row geo(@Nullable Integer lat, @Nullable Integer lon) {
        return record(Sources.geo(), lat, lon);
    }

    /** A line of an order. */
    public static Row line(@Nullable String sku, @Nullable Integer qty, String... tags) {
        return record(Sources.line(), sku, qty, tags.length == 0 ? null : List.of(tags));
    }

    private static List<Row> lines(Row... lines) {
        return new ArrayList<>(List.of(lines));
    }

    /** An embedded record. */
    public static Row record(Layout layout, @Nullable Object... values) {
        return Row.over(layout, values);
    }
}
