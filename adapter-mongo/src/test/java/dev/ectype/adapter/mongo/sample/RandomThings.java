package dev.ectype.adapter.mongo.sample;

import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows, conditions and orders at random, from few values, so that many of them meet. */
public final class RandomThings {
    /** A text that looks like a path, which the embedded server follows when it comes out of an expression. */
    private static final String PATH_LIKE = TestServer.isReal() ? "$a" : "a$";

    private static final List<String> TEXTS = List.of(
            "", "a", "A", "ab", "aB", "b", "é", "É", "ß", "SS", "ss", "a.b", "a%", "a_b", "\\", "a\nb", "k", "\u212a",
            "σ", "Σ", "ς", "10", "9", PATH_LIKE);
    private static final List<Object> ANY = List.of(
            "a",
            "b",
            1,
            2L,
            1.5,
            new BigDecimal("1.5"),
            true,
            LocalDate.of(2020, 1, 1),
            Instant.EPOCH,
            List.of("a", 1),
            List.of(),
            Map.of("a", 1),
            new UUID(1, 2),
            Duration.ofSeconds(3));
    private static final List<String> SCALARS = List.of(
            "id",
            "text",
            "int32",
            "int64",
            "integer",
            "float64",
            "decimal",
            "boolean",
            "date",
            "time",
            "date_time",
            "instant",
            "duration",
            "uuid",
            "binary",
            "any",
            "text2",
            "int32b",
            "int64b",
            "instant2");

    private final Random random;

    /** Creates a generator. */
    public RandomThings(long seed) {
        this.random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns a row in which about a third of the slots are null. */
    public Row row(int id) {
        Map<String, Object> values = new LinkedHashMap<>();
        Things.LAYOUT.slots().stream().skip(1).forEach(slot -> {
            if (random.nextInt(3) > 0) {
                values.put(slot.source(), value(slot.storage()));
            }
        });
        return Things.row(id, values);
    }

    /** Returns a value of a kind. */
    public Object value(Storage storage) {
        if (storage instanceof Scalar scalar) {
            return scalar(scalar);
        }
        if (storage instanceof Storage.ListOf list) {
            return list(list.element(), true);
        }
        if (storage instanceof Storage.SetOf set) {
            return new LinkedHashSet<>(list(set.element(), false));
        }
        if (storage instanceof Storage.MapOf map) {
            return map(map.value());
        }
        return Things.place(
                random.nextInt(3) == 0 ? null : one(TEXTS),
                random.nextInt(3) == 0 ? null : random.nextInt(3),
                random.nextInt(2) == 0 ? null : List.of(one(TEXTS), one(TEXTS)));
    }

    private Object scalar(Scalar scalar) {
        int number = random.nextInt(5) - 2;
        return switch (scalar) {
            case TEXT -> one(TEXTS);
            case INT32 -> number;
            case INT64 -> (long) number;
            case INTEGER -> BigInteger.valueOf(number);
            case FLOAT64 -> number / 2.0;
            case DECIMAL -> new BigDecimal(one(List.of("0", "0.5", "0.50", "-1", "1.0", "1")));
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.of(2020, 1, 1).plusDays(number);
            case TIME -> LocalTime.of(12, 0).plusMinutes(number);
            case DATE_TIME -> LocalDateTime.of(1970, 1, 1, 0, 0).plusSeconds(number);
            case INSTANT -> Instant.EPOCH.plusMillis(number);
            case DURATION -> Duration.ofMillis(number * 500L);
            case UUID -> new UUID(number, number);
            case BINARY -> new byte[] {(byte) number};
            case ANY -> one(ANY);
        };
    }

    private List<@Nullable Object> list(Storage element, boolean nulls) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(nulls && random.nextInt(5) == 0 ? null : value(element));
        }
        return list;
    }

    private Map<String, Object> map(Storage value) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put(one(List.of("a", "b", "a.b", "$a", "")), value(value));
        }
        return map;
    }

    /** Returns a condition. */
    public Predicate predicate(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(3)) {
                case 0 -> new Predicate.And(several(depth));
                case 1 -> new Predicate.Or(several(depth));
                default -> new Predicate.Not(predicate(depth - 1));
            };
        }
        return random.nextInt(3) > 0 ? ofScalar() : ofOther();
    }

    private List<Predicate> several(int depth) {
        List<Predicate> terms = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            terms.add(predicate(depth - 1));
        }
        return terms;
    }

    private Predicate ofScalar() {
        FieldPath path = random.nextInt(5) == 0 ? Things.path("place", "city") : Things.path(one(SCALARS));
        return test(path);
    }

    private Predicate test(FieldPath path) {
        boolean text = path.storage() == Scalar.TEXT || path.storage() == Scalar.ANY;
        return switch (random.nextInt(text ? 7 : 5)) {
            case 0 -> new Predicate.IsNull(path);
            case 1 -> new Predicate.In(path, constants(path.storage()));
            case 5, 6 ->
                new Predicate.Text(
                        path,
                        one(List.of(Predicate.Text.Match.values())),
                        Things.value(
                                one(List.of("a", "A", "a%", "%b", "_", "a_b", "", "%", "ss", "K", "%\n%", "σ", "a\\%")),
                                Scalar.TEXT),
                        random.nextBoolean());
            default -> new Predicate.Compare(path, one(List.of(Comparison.values())), constant(path.storage()));
        };
    }

    private List<Value> constants(Storage storage) {
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(constant(storage));
        }
        return values;
    }

    private Value constant(Storage storage) {
        boolean number = storage instanceof Scalar scalar
                && List.of(Scalar.INT32, Scalar.INT64, Scalar.INTEGER, Scalar.FLOAT64, Scalar.DECIMAL)
                        .contains(scalar);
        Storage kind = number
                ? one(List.of(Scalar.INT32, Scalar.INT64, Scalar.INTEGER, Scalar.FLOAT64, Scalar.DECIMAL))
                : random.nextInt(15) == 0 ? one(List.of(Scalar.values())) : storage;
        return Things.value(value(kind), kind);
    }

    private Predicate ofOther() {
        FieldPath texts = Things.path(one(List.of("texts", "set")));
        FieldPath numbers = Things.path("numbers");
        FieldPath places = Things.path("places");
        Comparison comparison = one(List.of(Comparison.values()));
        return switch (random.nextInt(14)) {
            case 0 -> new Predicate.Contains(texts, constant(Scalar.TEXT));
            case 1 ->
                new Predicate.Contains(
                        places,
                        Things.value(
                                value(new Storage.Embedded(() -> Things.PLACE)),
                                new Storage.Embedded(() -> Things.PLACE)));
            case 2 -> new Predicate.ContainsAll(texts, constants(Scalar.TEXT));
            case 3 ->
                new Predicate.Size(
                        one(List.of(texts, numbers, places, Things.path("map"))), comparison, random.nextInt(4));
            case 4 -> new Predicate.AnyElement(numbers, ofElement(Scalar.INT32, 2));
            case 5 -> new Predicate.AnyElement(texts, ofElement(Scalar.TEXT, 2));
            case 6, 7 -> new Predicate.AnyElement(places, ofPlaces(2));
            case 8 -> {
                FieldPath whole = Things.path(one(List.of("place", "numbers", "texts", "set")));
                yield new Predicate.Compare(whole, comparison, Things.value(value(whole.storage()), whole.storage()));
            }
            case 9 -> new Predicate.IsNull(Things.path(one(List.of("place", "numbers", "set", "map", "places"))));
            case 10 -> new Predicate.Compare(ofMap(), comparison, constant(Scalar.INT32));
            case 11 -> new Predicate.Compare(ofPosition(), comparison, constant(Scalar.INT32));
            case 12 -> new Predicate.IsNull(one(List.of(ofPosition(), ofPositionedPlace(), ofMap())));
            default -> functions(comparison);
        };
    }

    private Predicate functions(Comparison comparison) {
        return switch (random.nextInt(6)) {
            case 0 -> {
                List<String> pair = one(List.of(
                        List.of("text", "text2"),
                        List.of("int32", "int64"),
                        List.of("instant", "instant2"),
                        List.of("int64b", "float64")));
                yield new Predicate.Compare(Things.path(pair.get(0)), comparison, Things.path(pair.get(1)));
            }
            case 1 ->
                new Predicate.Compare(
                        call(Operand.Function.LENGTH, Scalar.INT32, Things.path("text")),
                        comparison,
                        constant(Scalar.INT32));
            case 2 ->
                new Predicate.Compare(
                        call(
                                one(List.of(Operand.Function.LOWER, Operand.Function.UPPER)),
                                Scalar.TEXT,
                                Things.path("text")),
                        comparison,
                        constant(Scalar.TEXT));
            case 3 ->
                new Predicate.Compare(
                        call(Operand.Function.COALESCE, Scalar.TEXT, Things.path("text"), Things.path("text2")),
                        comparison,
                        constant(Scalar.TEXT));
            case 4 -> new Predicate.Compare(ofPositionedPlace(), comparison, constant(Scalar.TEXT));
            default -> new Predicate.Compare(arithmetic(), comparison, constant(Scalar.INT32));
        };
    }

    private Operand arithmetic() {
        Operand right = random.nextBoolean() ? Things.path("int32b") : constant(Scalar.INT32);
        Operand.Function function = one(List.of(
                Operand.Function.ADD,
                Operand.Function.SUBTRACT,
                Operand.Function.MULTIPLY,
                Operand.Function.DIVIDE,
                Operand.Function.MODULO));
        return call(function, ofArithmetic(right.storage()), Things.path("int32"), right);
    }

    /** Returns the kind of a result as queries declare it, which is of a whole number where both sides are. */
    private static Storage ofArithmetic(Storage right) {
        return right == Scalar.INT32 ? Scalar.INT64 : right == Scalar.INT64 ? Scalar.INTEGER : right;
    }

    private static Operand.Call call(Operand.Function function, Storage storage, Operand... arguments) {
        return new Operand.Call(function, List.of(arguments), storage);
    }

    private FieldPath ofMap() {
        FieldPath map = Things.path("map");
        return new FieldPath(
                List.of(map.steps().get(0), new FieldPath.Key(one(List.of("a", "a.b", "$a", "")))),
                Scalar.INT32,
                false);
    }

    private FieldPath ofPosition() {
        FieldPath numbers = Things.path("numbers");
        return new FieldPath(
                List.of(numbers.steps().get(0), new FieldPath.Position(random.nextInt(3))), Scalar.INT32, false);
    }

    private FieldPath ofPositionedPlace() {
        FieldPath places = Things.path("places");
        return new FieldPath(
                List.of(
                        places.steps().get(0),
                        new FieldPath.Position(random.nextInt(2)),
                        Things.ofPlace("city").steps().get(0)),
                Scalar.TEXT,
                false);
    }

    private Predicate ofElement(Storage storage, int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            List<Predicate> two = List.of(ofElement(storage, depth - 1), ofElement(storage, depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Predicate.And(two);
                case 1 -> new Predicate.Or(two);
                default -> new Predicate.Not(two.get(0));
            };
        }
        return test(FieldPath.self(storage, false));
    }

    private Predicate ofPlaces(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            List<Predicate> two = List.of(ofPlaces(depth - 1), ofPlaces(depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Predicate.And(two);
                case 1 -> new Predicate.Or(two);
                default -> new Predicate.Not(two.get(0));
            };
        }
        return random.nextInt(5) == 0
                ? new Predicate.Contains(Things.ofPlace("tags"), constant(Scalar.TEXT))
                : test(Things.ofPlace(one(List.of("city", "zip"))));
    }

    /** Returns an order that ends with the key. */
    public List<Order> order() {
        List<Order> order = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Operand operand = random.nextInt(8) == 0
                    ? call(Operand.Function.LENGTH, Scalar.INT32, Things.path("text"))
                    : random.nextInt(6) == 0 ? ofPosition() : Things.path(one(SCALARS));
            order.add(new Order(operand, random.nextBoolean(), random.nextBoolean()));
        }
        order.add(random.nextBoolean() ? Order.ascending(Things.path("id")) : Order.descending(Things.path("id")));
        return order;
    }

    /** Returns a number below a bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
