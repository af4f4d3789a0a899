package dev.ectype.tck.claim;

import static dev.ectype.tck.sample.Conditions.any;
import static dev.ectype.tck.sample.Conditions.call;
import static dev.ectype.tck.sample.Conditions.compareWith;
import static dev.ectype.tck.sample.Conditions.contains;
import static dev.ectype.tck.sample.Conditions.containsAll;
import static dev.ectype.tck.sample.Conditions.element;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.gt;
import static dev.ectype.tck.sample.Conditions.in;
import static dev.ectype.tck.sample.Conditions.isNull;
import static dev.ectype.tck.sample.Conditions.ne;
import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.or;
import static dev.ectype.tck.sample.Conditions.size;
import static dev.ectype.tck.sample.Conditions.text;
import static dev.ectype.tck.sample.Conditions.textIgnoringCase;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate.Compare;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.tck.harness.Bench;
import dev.ectype.tck.harness.Filled;
import dev.ectype.tck.harness.QueryCheck;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One query for each capability of queries, which asks for it and for as little else as possible. */
final class QuerySamples {
    private static final Map<Capability, Maker> SAMPLES = new EnumMap<>(Capability.class);

    private interface Maker {
        QueryCheck make(Bench bench);
    }

    private interface TableMaker {
        QueryCheck make(Table table);
    }

    private QuerySamples() {}

    static {
        ofPeople(Capability.EQUALITY, t -> t.where(ne(t.path("name"), "Ann")));
        ofPeople(Capability.RANGES, t -> t.where(gt(t.path("age"), 26)));
        ofPeople(Capability.MIXED_NUMBERS, t -> t.where(mixed(t)));
        ofPeople(Capability.MEMBERSHIP, t -> t.where(in(t.path("age"), 25, 41)));
        ofPeople(Capability.NULL_TESTS, t -> t.where(isNull(t.path("age"))));
        ofPeople(Capability.NEGATION, t -> t.where(not(eq(t.path("name"), "Ann"))));
        ofPeople(Capability.DISJUNCTION, t -> t.where(or(eq(t.path("name"), "Ann"), eq(t.path("age"), 25))));
        ofPeople(Capability.FIELD_COMPARISON, t -> t.where(compareWith(t.path("name"), Comparison.NE, t.path("city"))));
        ofPeople(Capability.FUNCTIONS, t -> t.where(eq(lower(t), "ann")));
        ofPeople(Capability.ARITHMETIC, t -> t.where(gt(doubled(t), 55)));
        ofPeople(Capability.TEXT_PREFIX, t -> t.where(text(t.path("name"), Match.STARTS_WITH, "A")));
        ofPeople(Capability.TEXT_SUFFIX, t -> t.where(text(t.path("name"), Match.ENDS_WITH, "n")));
        ofPeople(Capability.TEXT_PART, t -> t.where(text(t.path("name"), Match.CONTAINS, "n")));
        ofPeople(Capability.TEXT_LIKE, t -> t.where(text(t.path("name"), Match.LIKE, "_%n")));
        ofPeople(Capability.TEXT_IGNORING_CASE, t -> t.where(textIgnoringCase(t.path("name"), Match.STARTS_WITH, "B")));
        orders();
        structures();
    }

    private static void orders() {
        ofPeople(Capability.ORDER, t -> t.orderedBy(Order.descending(t.path("age"))));
        ofPeople(Capability.NULLS_PLACED, t -> t.orderedBy(new Order(t.path("age"), false, false)));
        ofPeople(Capability.ORDER_BY_EXPRESSION, t -> t.orderedBy(Order.ascending(doubled(t))));
        ofPeople(Capability.LIMIT, t -> t.where().window(Window.first(2)));
        ofPeople(Capability.OFFSET, t -> t.where().window(Window.ALL.withOffset(2)));
        ofPeople(
                Capability.KEYSET,
                t -> t.orderedBy(Order.ascending(t.path("id")))
                        .window(Window.ALL.withAfter(new Keyset(List.of("p2")))));
    }

    private static void structures() {
        SAMPLES.put(Capability.NESTED_PATHS, bench -> {
            Table orders = Filled.orders(bench);
            return orders.where(eq(orders.path("address", "city"), "Athens"));
        });
        SAMPLES.put(Capability.MAP_KEYS, bench -> {
            Table scored = Filled.scored(bench);
            return scored.where(gt(scored.path("scores", "maths"), 3));
        });
        ofItems(Capability.LIST_POSITIONS, t -> t.where(eq(t.path("tags", 0), "red")));
        ofItems(Capability.STRUCTURE_EQUALITY, t -> t.where(eq(t.path("tags"), List.of("red", "green"))));
        ofItems(Capability.LIST_CONTAINS, t -> t.where(contains(t.path("tags"), "red")));
        ofItems(Capability.LIST_CONTAINS_ALL, t -> t.where(containsAll(t.path("tags"), "red", "green")));
        ofItems(Capability.ANY_ELEMENT, t -> t.where(any(t.path("ratings"), gt(element(t.path("ratings")), 3))));
        ofItems(Capability.LIST_SIZE, t -> t.where(size(t.path("tags"), Comparison.GT, 1)));
    }

    private static void ofPeople(Capability capability, TableMaker sample) {
        SAMPLES.put(capability, bench -> sample.make(Filled.people(bench)));
    }

    private static void ofItems(Capability capability, TableMaker sample) {
        SAMPLES.put(capability, bench -> sample.make(Filled.items(bench)));
    }

    private static Compare mixed(Table people) {
        return new Compare(people.path("age"), Comparison.EQ, new Value(30L, Scalar.INT64, false));
    }

    private static Operand lower(Table people) {
        return call(Function.LOWER, Scalar.TEXT, people.path("name"));
    }

    private static Operand doubled(Table people) {
        FieldPath age = people.path("age");
        return call(Function.ADD, Scalar.INT32, age, age);
    }

    static Set<Capability> capabilities() {
        return SAMPLES.keySet();
    }

    static QueryCheck of(Capability capability, Bench bench) {
        Maker maker = SAMPLES.get(capability);
        if (maker == null) {
            throw new IllegalArgumentException("no query asks for " + capability);
        }
        return maker.make(bench);
    }
}
