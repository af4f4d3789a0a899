package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.codec.FinerTime;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.query.Groupings;
import dev.ectype.adapter.mongo.internal.query.Lookups;
import dev.ectype.adapter.mongo.internal.query.Planner;
import dev.ectype.adapter.mongo.internal.query.Shown;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Updates;
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
import dev.ectype.spi.Joining;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecRegistry;
import org.junit.jupiter.api.Test;

/** Every form that the adapter sends, one a line, in {@code forms.txt}; {@code target/forms.txt} is what it would be now. */
class FormsTest {
    private static final Pattern OPERATOR = Pattern.compile("\"(\\$[A-Za-z]+)\"\\s*:");
    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
    private final MongoSource source =
            MongoSource.of(Things.source("things"), new Formats(FinerTime.REFUSE), StoredTexts.PLAIN, CODECS);
    private final Map<String, String> forms = new LinkedHashMap<>();

    @Test
    void theFormsAreThoseOfTheFile() throws IOException {
        conditions();
        orders();
        groups();
        joins();
        updates();
        List<String> lines = new ArrayList<>();
        forms.forEach((what, form) -> lines.add(what + "\n    " + form));
        String text = String.join("\n", lines) + "\n";
        Files.writeString(Path.of("target", "forms.txt"), text);
        assertThat(text).isEqualTo(text("/forms.txt"));
    }

    /** What a server was never asked in the recordings, and what is therefore only believed of it; the documentation says so. */
    private static final Set<String> NOT_RECORDED =
            Set.of("$map", "$objectToArray", "$setDifference", "$subtract", "$trunc");

    @Test
    void everyOperatorIsOneThatARealServerWasAsked() throws IOException {
        Set<String> sent = operators(text("/forms.txt"));
        for (String recording : List.of("find.json", "aggregate.json", "update.json")) {
            sent.removeAll(operators(text("/recorded/" + recording)));
        }
        assertThat(sent).isEqualTo(NOT_RECORDED);
        assertThat(Files.readString(Path.of("../docs/stores/mongodb.md"))).contains(NOT_RECORDED);
    }

    private static Set<String> operators(String text) {
        return OPERATOR.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = FormsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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
        both(new Predicate.Size(Things.path("map"), Comparison.GE, 2));
        both(new Predicate.Compare(text, Comparison.LT, Things.path("text2")));
        both(new Predicate.Compare(call(Function.LENGTH, Scalar.INT32, text), Comparison.EQ, value(1, Scalar.INT32)));
        both(new Predicate.Compare(call(Function.LOWER, Scalar.TEXT, text), Comparison.EQ, value("ok", Scalar.TEXT)));
        both(new Predicate.Compare(
                call(Function.COALESCE, Scalar.TEXT, text, Things.path("text2")),
                Comparison.EQ,
                value("a", Scalar.TEXT)));
        for (Function function :
                List.of(Function.ADD, Function.SUBTRACT, Function.MULTIPLY, Function.DIVIDE, Function.MODULO)) {
            both(new Predicate.Compare(
                    call(function, Scalar.INT64, number, Things.path("int32b")),
                    Comparison.EQ,
                    value(1L, Scalar.INT64)));
        }
        FieldPath first = new FieldPath(
                List.of(
                        Things.path("places").steps().get(0),
                        new FieldPath.Position(0),
                        Things.ofPlace("city").steps().get(0)),
                Scalar.TEXT,
                false);
        both(new Predicate.Compare(first, Comparison.EQ, value("a", Scalar.TEXT)));
        both(new Predicate.Or(List.of(new Predicate.IsNull(text), new Predicate.IsNull(number))));
        both(new Predicate.Native("MongoDB", new BsonDocument("x", new BsonInt32(1))));
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
        assertThat(forms.put(
                        forms.size() + 1 + ". " + what.replaceAll("Supplier.*|\\$\\$Lambda.*|Embedded.*", "record"),
                        plan.plan().explain()))
                .isNull();
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
        order("after a row", List.of(Order.ascending(age)), Window.first(5).withAfter(new Window.Keyset(List.of(3))));
    }

    private void order(String what, List<Order> order, Window window) {
        forms.put(
                what,
                Planner.plan(source, new QueryRequest(source.source(), List.of(), order, window))
                        .plan()
                        .explain());
    }

    private void groups() {
        Layout result = new Layout(List.of(
                new Layout.Slot("k", "k", Scalar.TEXT),
                new Layout.Slot("n", "n", Scalar.INT64),
                new Layout.Slot("d", "d", Scalar.INT64),
                new Layout.Slot("s", "s", Scalar.INTEGER),
                new Layout.Slot("a", "a", Scalar.DECIMAL),
                new Layout.Slot("m", "m", Scalar.INT32)));
        Operand number = Things.path("int64");
        Grouping grouping = new Grouping(
                List.of(Things.path("text")),
                List.of(
                        new Aggregate(Aggregate.Function.COUNT, Optional.empty(), false, Scalar.INT64),
                        new Aggregate(Aggregate.Function.COUNT, Optional.of(number), true, Scalar.INT64),
                        new Aggregate(Aggregate.Function.SUM, Optional.of(number), false, Scalar.INTEGER),
                        new Aggregate(Aggregate.Function.AVG, Optional.of(number), false, Scalar.DECIMAL),
                        new Aggregate(Aggregate.Function.MIN, Optional.of(Things.path("int32")), false, Scalar.INT32)),
                result,
                List.of(),
                List.of(),
                Window.first(3));
        QueryRequest all = new QueryRequest(source.source(), List.of(), List.of(), Window.ALL);
        forms.put(
                "group",
                Groupings.plan(source, all, grouping).plan().orElseThrow().explain());
    }

    private void joins() {
        QueryRequest all = new QueryRequest(source.source(), List.of(), List.of(), Window.first(3));
        Predicate condition = new Predicate.Compare(Things.path("int32"), Comparison.GT, value(1, Scalar.INT32));
        QueryRequest related = new QueryRequest(
                source.source(), List.of(condition), List.of(Order.ascending(Things.path("text2"))), Window.first(2));
        Joining.Join join = new Joining.Join(Things.path("text"), Things.path("text2"), related, List.of(0));
        List<Layout.Slot> slots = new ArrayList<>(source.source().layout().slots());
        slots.add(new Layout.Slot("related", "related", Scalar.ANY));
        forms.put(
                "join",
                Lookups.plan(any -> source, all, List.of(join), new Layout(slots))
                        .plan()
                        .orElseThrow()
                        .explain());
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
        forms.put(
                "update SET to null", Shown.of(Updates.of(source, List.of(Assignment.set(Things.path("text"), null)))));
        forms.put(
                "update SET inside",
                Shown.of(Updates.of(source, List.of(Assignment.set(Things.path("place", "city"), "a")))));
    }

    private void update(Assignment.Operation operation, String field, Object value) {
        Assignment assignment = new Assignment(Things.path(field), operation, value);
        forms.put("update " + operation + " " + field, Shown.of(Updates.of(source, List.of(assignment))));
    }
}
