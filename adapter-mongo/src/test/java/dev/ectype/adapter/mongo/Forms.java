package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.query.FindPlan;
import dev.ectype.adapter.mongo.internal.query.GroupPlan;
import dev.ectype.adapter.mongo.internal.query.Groupings;
import dev.ectype.adapter.mongo.internal.query.JoinPlan;
import dev.ectype.adapter.mongo.internal.query.Lookups;
import dev.ectype.adapter.mongo.internal.query.Planner;
import dev.ectype.adapter.mongo.internal.query.Shown;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Guards;
import dev.ectype.adapter.mongo.internal.write.Updates;
import dev.ectype.adapter.mongo.recorded.Operators;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.spi.Joining;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecRegistry;

/** Every form of a filter, a pipeline and an update that the adapter sends, by what it stands for. */
final class Forms {
    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
    private final MongoSource source =
            MongoSource.of(Things.source("things"), new Formats(FinerTime.REFUSE), StoredTexts.PLAIN, CODECS);
    private final Map<String, String> forms = new LinkedHashMap<>();
    private final Operators operators = new Operators();

    Forms() {
        conditions();
        orders();
        groups();
        joins();
        updates();
    }

    /** Returns the forms as text, each below what it stands for. */
    String text() {
        List<String> lines = new ArrayList<>();
        forms.forEach((what, form) -> lines.add(what + "\n    " + form));
        return String.join("\n", lines) + "\n";
    }

    /** Returns the operators of all forms, each with the place where it stands. */
    Set<String> operators() {
        return operators.found();
    }

    private static Value value(Object value, Storage storage) {
        return Things.value(value, storage);
    }

    private static Operand call(Function function, Storage storage, Operand... arguments) {
        return new Operand.Call(function, List.of(arguments), storage);
    }

    private void conditions() {
        FieldPath number = Things.path("int32");
        FieldPath text = Things.path("text");
        for (Comparison comparison : Comparison.values()) {
            both(new Predicate.Compare(number, comparison, value(1, Scalar.INT32)));
        }
        both(new Predicate.Compare(number, Comparison.LT, value(1.5, Scalar.FLOAT64)));
        both(new Predicate.In(text, List.of(value("a", Scalar.TEXT), value("b", Scalar.TEXT))));
        both(new Predicate.IsNull(text));
        both(new Predicate.IsNull(Things.path("texts")));
        both(new Predicate.IsNull(Things.path("any")));
        for (Predicate.Text.Match match : Predicate.Text.Match.values()) {
            both(new Predicate.Text(text, match, value("a%", Scalar.TEXT), match == Predicate.Text.Match.LIKE));
        }
        both(new Predicate.Compare(Things.path("place", "city"), Comparison.EQ, value("a", Scalar.TEXT)));
        both(new Predicate.Compare(Things.path("any"), Comparison.EQ, value("a", Scalar.TEXT)));
        both(new Predicate.Compare(Things.path("any"), Comparison.GT, value(1, Scalar.INT32)));
        Storage place = new Storage.Embedded(() -> Things.PLACE);
        both(new Predicate.Compare(Things.path("place"), Comparison.EQ, value(Things.place("a", null, null), place)));
        both(new Predicate.Compare(
                Things.path("texts"),
                Comparison.EQ,
                value(List.of("a"), Things.path("texts").storage())));
        both(new Predicate.Compare(
                Things.path("set"),
                Comparison.EQ,
                value(Set.of("a"), Things.path("set").storage())));
        both(new Predicate.Compare(
                Things.path("map"),
                Comparison.EQ,
                value(Map.of("a", 1), Things.path("map").storage())));
        both(new Predicate.Contains(Things.path("texts"), value("a", Scalar.TEXT)));
        both(new Predicate.Contains(Things.path("places"), value(Things.place("a", 1, null), place)));
        both(new Predicate.ContainsAll(
                Things.path("texts"), List.of(value("a", Scalar.TEXT), value("b", Scalar.TEXT))));
        both(new Predicate.AnyElement(
                Things.path("places"),
                new Predicate.Compare(Things.ofPlace("city"), Comparison.NE, value("a", Scalar.TEXT))));
        FieldPath element = FieldPath.self(Scalar.INT32, false);
        both(new Predicate.AnyElement(
                Things.path("numbers"),
                new Predicate.And(List.of(
                        new Predicate.Compare(element, Comparison.GT, value(1, Scalar.INT32)),
                        new Predicate.Compare(element, Comparison.LT, value(5, Scalar.INT32))))));
        both(new Predicate.Size(Things.path("texts"), Comparison.EQ, 2));
        both(new Predicate.Size(Things.path("texts"), Comparison.GE, 2));
        both(new Predicate.Size(Things.path("places"), Comparison.GE, 2));
        both(new Predicate.Size(Things.path("map"), Comparison.GE, 1));
        both(new Predicate.Compare(text, Comparison.LT, Things.path("text2")));
        both(new Predicate.Compare(call(Function.LENGTH, Scalar.INT32, text), Comparison.EQ, value(1, Scalar.INT32)));
        both(new Predicate.Compare(call(Function.LOWER, Scalar.TEXT, text), Comparison.EQ, value("ok", Scalar.TEXT)));
        both(new Predicate.Compare(
                call(Function.COALESCE, Scalar.TEXT, text, Things.path("text2")),
                Comparison.EQ,
                value("a", Scalar.TEXT)));
        both(new Predicate.Compare(
                Things.path("any"), Comparison.EQ, value(List.of("a"), new Storage.ListOf(Scalar.TEXT))));
        arithmetic();
        positions();
        both(new Predicate.Or(List.of(new Predicate.IsNull(text), new Predicate.IsNull(number))));
        both(new Predicate.Native("MongoDB", new BsonDocument("x", new BsonInt32(1))));
    }

    private void arithmetic() {
        for (String field : List.of("int32", "int64", "float64", "decimal")) {
            FieldPath path = Things.path(field);
            both(new Predicate.Compare(
                    call(Function.SUBTRACT, path.storage(), path, path), Comparison.EQ, value(1, Scalar.INT32)));
        }
        FieldPath number = Things.path("int32");
        FieldPath other = Things.path("int32b");
        for (Function function : List.of(Function.ADD, Function.MULTIPLY, Function.DIVIDE)) {
            both(new Predicate.Compare(
                    call(function, Scalar.INT64, number, other), Comparison.EQ, value(1L, Scalar.INT64)));
        }
        both(new Predicate.Compare(call(Function.NEGATE, Scalar.INT32, number), Comparison.LT, value(1, Scalar.INT32)));
        both(new Predicate.Compare(
                call(Function.DIVIDE, Scalar.INT32, number, other), Comparison.LT, value(1, Scalar.INT32)));
        both(new Predicate.IsNull(call(Function.DIVIDE, Scalar.INT32, number, other)));
        both(new Predicate.Compare(
                call(Function.MODULO, Scalar.INT32, number, value(2, Scalar.INT32)),
                Comparison.EQ,
                value(1, Scalar.INT32)));
    }

    private void positions() {
        FieldPath number = inside("numbers", Scalar.INT32, new FieldPath.Position(1));
        FieldPath city = inside(
                "places",
                Scalar.TEXT,
                new FieldPath.Position(0),
                Things.ofPlace("city").steps().get(0));
        for (FieldPath path : List.of(number, city)) {
            Value constant = path.storage() == Scalar.TEXT ? value("a", Scalar.TEXT) : value(1, Scalar.INT32);
            both(new Predicate.Compare(path, Comparison.EQ, constant));
            both(new Predicate.Compare(path, Comparison.LT, constant));
            both(new Predicate.IsNull(path));
        }
        both(new Predicate.Compare(number, Comparison.LT, Things.path("int32")));
    }

    private static FieldPath inside(String list, Storage storage, FieldPath.Step... steps) {
        List<FieldPath.Step> all = new ArrayList<>(Things.path(list).steps());
        all.addAll(List.of(steps));
        return new FieldPath(all, storage, false);
    }

    private void both(Predicate predicate) {
        add(predicate);
        add(new Predicate.Not(predicate));
    }

    private void add(Predicate predicate) {
        PushDown plan =
                Planner.plan(source, new QueryRequest(source.source(), List.of(predicate), List.of(), Window.ALL));
        assertThat(plan.isWhole()).as("%s: %s", predicate, plan.where()).isTrue();
        String what = predicate
                + (predicate instanceof Predicate.Compare compare && compare.left() instanceof FieldPath path
                        ? " on " + path.storage()
                        : "");
        add(forms.size() + 1 + ". " + what.replaceAll("Supplier.*|\\$\\$Lambda.*|Embedded.*", "record"), plan.plan());
    }

    private void orders() {
        Operand age = Things.path("int32");
        order(
                "order",
                List.of(Order.ascending(age), Order.descending(Things.path("id"))),
                Window.first(5).withOffset(2));
        order("nulls last", List.of(new Order(age, false, false)), Window.ALL);
        order(
                "by a function",
                List.of(Order.ascending(call(Function.LENGTH, Scalar.INT32, Things.path("text")))),
                Window.ALL);
        order(
                "by a position",
                List.of(Order.ascending(inside("numbers", Scalar.INT32, new FieldPath.Position(0)))),
                Window.ALL);
        order("after a row", List.of(Order.ascending(age)), Window.first(5).withAfter(new Window.Keyset(List.of(3))));
    }

    private void order(String what, List<Order> order, Window window) {
        add(
                what,
                Planner.plan(source, new QueryRequest(source.source(), List.of(), order, window))
                        .plan());
    }

    private void groups() {
        FieldPath number = Things.path("int64");
        FieldPath small = Things.path("int32");
        group(
                "group",
                List.of(),
                new Aggregate(Aggregate.Function.COUNT, Optional.empty(), false, Scalar.INT64),
                new Aggregate(Aggregate.Function.COUNT, Optional.of(small), false, Scalar.INT64),
                new Aggregate(Aggregate.Function.SUM, Optional.of(number), false, Scalar.INTEGER),
                new Aggregate(Aggregate.Function.AVG, Optional.of(number), false, Scalar.DECIMAL),
                new Aggregate(Aggregate.Function.MIN, Optional.of(small), false, Scalar.INT32));
        group(
                "group of distinct values",
                List.of(new Predicate.Compare(
                        new FieldPath(List.of(new FieldPath.Slot("a0", "a0", 1)), Scalar.INT64, false),
                        Comparison.GT,
                        value(1, Scalar.INT64))),
                new Aggregate(Aggregate.Function.COUNT, Optional.of(number), true, Scalar.INT64),
                new Aggregate(Aggregate.Function.SUM, Optional.of(small), true, Scalar.INTEGER),
                new Aggregate(Aggregate.Function.AVG, Optional.of(small), true, Scalar.DECIMAL),
                new Aggregate(Aggregate.Function.MAX, Optional.of(small), true, Scalar.INT32));
    }

    private void group(String what, List<Predicate> having, Aggregate... aggregates) {
        List<Layout.Slot> slots = new ArrayList<>(List.of(new Layout.Slot("k", "k", Scalar.TEXT)));
        for (int i = 0; i < aggregates.length; i++) {
            slots.add(new Layout.Slot("a" + i, "a" + i, aggregates[i].storage()));
        }
        Grouping grouping = new Grouping(
                List.of(Things.path("text")),
                List.of(aggregates),
                new Layout(slots),
                having,
                List.of(),
                Window.first(3));
        QueryRequest all = new QueryRequest(source.source(), List.of(), List.of(), Window.ALL);
        add(what, Groupings.plan(source, all, grouping).plan().orElseThrow());
    }

    private void joins() {
        QueryRequest all = new QueryRequest(source.source(), List.of(), List.of(), Window.first(3));
        Predicate condition = new Predicate.Compare(Things.path("int32"), Comparison.GT, value(1, Scalar.INT32));
        QueryRequest related = new QueryRequest(
                source.source(), List.of(condition), List.of(Order.ascending(Things.path("text2"))), Window.first(2));
        Joining.Join join = new Joining.Join(Things.path("text"), Things.path("text2"), related, List.of(0));
        List<Layout.Slot> slots = new ArrayList<>(source.source().layout().slots());
        slots.add(new Layout.Slot("related", "related", Scalar.ANY));
        add(
                "join",
                Lookups.plan(any -> source, all, List.of(join), new Layout(slots))
                        .plan()
                        .orElseThrow());
    }

    private void updates() {
        update(Assignment.Operation.SET, "text", "a");
        update(Assignment.Operation.INCREMENT, "int32", 1);
        update(Assignment.Operation.MIN, "int32", 1);
        update(Assignment.Operation.MAX, "int32", 1);
        update(Assignment.Operation.PUSH, "texts", "a");
        update(Assignment.Operation.PULL, "texts", "a");
        update(Assignment.Operation.PULL, "places", Things.place("a", null, null));
        update(Assignment.Operation.ADD_TO_SET, "set", "a");
        update("update SET to null", Assignment.set(Things.path("text"), null));
        FieldPath zip = inside(
                "places",
                Scalar.INT32,
                new FieldPath.Position(0),
                Things.ofPlace("zip").steps().get(0));
        update("update SET in an element", Assignment.set(zip, 1));
        guards("of documents that have the element", Assignment.set(zip, 1));
        Assignment chosen = new Assignment(
                Things.path("places"),
                Assignment.Operation.UPDATE_ELEMENTS,
                new ElementUpdate(
                        new Predicate.Compare(Things.ofPlace("city"), Comparison.EQ, value("a", Scalar.TEXT)),
                        List.of(Assignment.set(Things.ofPlace("zip"), 1))));
        update("update elements that meet a condition", chosen);
        guards("of documents that have the list", chosen);
        guards(
                "of documents in which it fits",
                new Assignment(Things.path("int32"), Assignment.Operation.INCREMENT, 1));
        BsonDocument kept = Updates.unlessThere(new BsonDocument("text", new BsonString("a")));
        operators.update(kept);
        forms.put("insert unless there", Shown.of(kept));
        update("update SET inside", Assignment.set(Things.path("place", "city"), "a"));
    }

    private void update(Assignment.Operation operation, String field, Object value) {
        Assignment assignment = new Assignment(Things.path(field), operation, value);
        update("update " + operation + " " + field, assignment);
    }

    private void guards(String what, Assignment assignment) {
        BsonDocument filter = Guards.of(source, List.of(assignment)).among(new BsonDocument());
        operators.filter(filter);
        forms.put(what, Shown.of(filter));
    }

    private void update(String what, Assignment assignment) {
        Updates updates = Updates.of(source, List.of(assignment));
        operators.update(updates.document());
        updates.arrayFilters().forEach(operators::arrayFilter);
        forms.put(
                what,
                Shown.of(updates.document())
                        + updates.arrayFilters().stream()
                                .map(filter -> " where " + Shown.of(filter))
                                .collect(Collectors.joining()));
    }

    private void add(String what, NativePlan plan) {
        operators.pipeline(stages(plan));
        forms.put(what, plan.explain());
    }

    private BsonArray stages(NativePlan plan) {
        if (plan instanceof GroupPlan group) {
            return new BsonArray(group.stages());
        }
        return new BsonArray(
                plan instanceof JoinPlan join
                        ? join.stages(List.of(0))
                        : ((FindPlan) plan).pipeline(((FindPlan) plan).limit(), source.projection(List.of(0))));
    }
}
