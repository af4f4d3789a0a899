package dev.ectype.tck.claim;

import static dev.ectype.tck.sample.Conditions.eq;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Write;
import dev.ectype.tck.harness.Bench;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.sample.Sources;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes that ask for one capability: of a row that is there, and of one that is not where that could differ. */
final class WriteSamples {
    private static final Map<Capability, Function<Bench, List<Sample>>> SAMPLES = new EnumMap<>(Capability.class);
    private static final List<Integer> PRIMARY = List.of();
    private static final List<Integer> MAIL = List.of(3);

    /**
     * A write.
     *
     * @param table where
     * @param write what
     */
    record Sample(Table table, Write write) {}

    private WriteSamples() {}

    static {
        SAMPLES.put(Capability.COMPOSITE_KEYS, WriteSamples::compositeKeys);
        SAMPLES.put(Capability.KEYLESS, WriteSamples::keyless);
        SAMPLES.put(Capability.PREFIXES, WriteSamples::prefixes);
        SAMPLES.put(Capability.UNIQUE_INDEXES, bench -> unique(bench, Capability.UNIQUE_INDEXES, Sources.people()));
        SAMPLES.put(Capability.COMPOUND_UNIQUE, bench -> unique(bench, Capability.COMPOUND_UNIQUE, Sources.accounts()));
        SAMPLES.put(Capability.WRITE_CONDITIONS, WriteSamples::conditions);
        SAMPLES.put(Capability.NESTED_CHANGES, WriteSamples::nested);
        SAMPLES.put(Capability.INCREMENT, bench -> change(Filled.people(bench), "p1", Operation.INCREMENT, 1, "age"));
        SAMPLES.put(Capability.MIN_MAX, bench -> change(Filled.people(bench), "p1", Operation.MIN, 1, "age"));
        SAMPLES.put(Capability.LIST_CHANGES, bench -> change(Filled.items(bench), "i1", Operation.PUSH, "x", "tags"));
        SAMPLES.put(Capability.UPSERT_KEEP, bench -> upserts(bench, people -> new OnConflict.Keep(PRIMARY)));
        SAMPLES.put(Capability.UPSERT_CHANGE, bench -> upserts(bench, people -> changing(people, PRIMARY)));
        SAMPLES.put(Capability.UPSERT_BY_INDEX, bench -> upserts(bench, people -> changing(people, MAIL)));
        SAMPLES.put(Capability.UPSERT_CONDITIONS, bench -> upserts(bench, WriteSamples::conditionally));
    }

    private static List<Sample> compositeKeys(Bench bench) {
        Table memberships = bench.table(Sources.memberships());
        return List.of(new Sample(memberships, memberships.insertion(memberships.row("acme", 1L, "admin", 3))));
    }

    private static List<Sample> keyless(Bench bench) {
        Table events = bench.table(Sources.events());
        return List.of(new Sample(events, events.insertion(events.row("click", 1))));
    }

    private static List<Sample> prefixes(Bench bench) {
        Table people = bench.table(Sources.in(bench.prefix(0), Sources.people()));
        return List.of(new Sample(people, people.insertion(people.row("p1", "Ann"))));
    }

    /** Where an adapter documents nothing, its store keeps values unique or not, unseen by the adapter. */
    private static List<Sample> unique(Bench bench, Capability capability, Source source) {
        if (bench.profile().refusal(capability).filter(String::isBlank).isPresent()) {
            return List.of();
        }
        Table table = bench.tableOf(source);
        return List.of(new Sample(table, table.insertion(table.row("k", "a", 1, "b"))));
    }

    private static List<Sample> conditions(Bench bench) {
        Table people = Filled.people(bench);
        Assignment rome = Assignment.set(people.path("city"), "Rome");
        return List.of(
                new Sample(people, people.changeIf("p1", List.of(eq(people.path("version"), 1L)), rome)),
                new Sample(people, people.removal("p1", eq(people.path("version"), 1L))));
    }

    private static List<Sample> nested(Bench bench) {
        Table orders = Filled.orders(bench);
        Assignment rome = Assignment.set(orders.path("address", "city"), "Rome");
        return List.of(new Sample(orders, orders.change("o1", rome)));
    }

    private static List<Sample> change(Table table, String key, Operation operation, Object value, String field) {
        return List.of(new Sample(table, table.change(key, new Assignment(table.path(field), operation, value))));
    }

    private static List<Sample> upserts(Bench bench, Function<Table, OnConflict> onConflict) {
        Table people = Filled.people(bench);
        return List.of(
                new Sample(people, people.insertion(people.row("p1", "Other"), onConflict.apply(people))),
                new Sample(people, people.insertion(people.row("p7", "New"), onConflict.apply(people))));
    }

    private static OnConflict changing(Table people, List<Integer> target) {
        return new OnConflict.Change(target, List.of(Assignment.set(people.path("city"), "Rome")), List.of());
    }

    private static OnConflict conditionally(Table people) {
        return new OnConflict.Change(
                PRIMARY, List.of(Assignment.set(people.path("city"), "Rome")), List.of(eq(people.path("version"), 1L)));
    }

    static Set<Capability> capabilities() {
        return SAMPLES.keySet();
    }

    static List<Sample> of(Capability capability, Bench bench) {
        Function<Bench, List<Sample>> maker = SAMPLES.get(capability);
        if (maker == null) {
            throw new IllegalArgumentException("no write asks for " + capability);
        }
        return maker.apply(bench);
    }
}
