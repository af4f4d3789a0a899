package dev.ectype.adapter.ldap;

import static dev.ectype.adapter.ldap.Things.path;
import static dev.ectype.adapter.ldap.Things.value;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random rows and conditions over few values, so that conditions are often met. */
final class RandomThings {
    private static final List<String> LETTERS = List.of(
            "a", "b", "A", "B", " ", "  ", "*", "(", ")", "\\", ",", "#", "+", "\u0000", "é", "É", "ß", "ﬁ", "σ", "ς",
            "😀", "=", "\u00AD", "\t");
    private static final List<String> TEXT_COLUMNS = List.of("text", "exact", "ignore");
    private final Random random;

    RandomThings(long seed) {
        this.random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append(random.nextBoolean() ? one(LETTERS.subList(0, 5)) : one(LETTERS));
        }
        return text.toString();
    }

    Row row(int number) {
        return Things.row(
                "k" + number,
                "text",
                maybe(this::text),
                "exact",
                maybe(this::text),
                "ignore",
                maybe(this::text),
                "number",
                maybe(this::number),
                "numbers",
                maybe(this::numbers),
                "tags",
                maybe(this::tags),
                "time",
                maybe(this::time),
                "date",
                maybe(this::date),
                "uuid",
                maybe(this::uuid),
                "bool",
                maybe(random::nextBoolean),
                "bytes",
                maybe(this::bytes),
                "decimal",
                maybe(this::decimal),
                "names",
                maybe(this::names));
    }

    private @Nullable Object maybe(Supplier<?> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private Integer number() {
        return random.nextInt(7) - 3;
    }

    private Set<Long> numbers() {
        Set<Long> numbers = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            numbers.add((long) number());
        }
        return numbers;
    }

    private List<String> tags() {
        Set<String> tags = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            tags.add(one(List.of("a", "b", "ab", "B", " a")));
        }
        return List.copyOf(tags);
    }

    /** No two of them are equal to a rule that ignores case and spaces: a directory would refuse them together. */
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(one(List.of("x", "X", " x")));
        if (random.nextBoolean()) {
            names.add(one(List.of("y", "y  y", "Y")));
        }
        return names;
    }

    private Instant time() {
        return Instant.parse("2024-01-31T23:59:59Z").plusNanos(one(List.of(0L, 1_000L, 500_000_000L, 1_000_000_000L)));
    }

    private LocalDate date() {
        return LocalDate.of(2024, 1, 30).plusDays(random.nextInt(4));
    }

    private UUID uuid() {
        return new UUID(one(List.of(0L, 1L, -1L, Long.MIN_VALUE)), random.nextInt(2));
    }

    private byte[] bytes() {
        return one(List.of(new byte[] {0}, new byte[] {0, 1}, new byte[] {-1}, new byte[] {42}));
    }

    private BigDecimal decimal() {
        return new BigDecimal(one(List.of("1", "1.0", "2.50", "-3")));
    }

    Predicate predicate(int depth) {
        int kind = depth == 0 ? 3 + random.nextInt(9) : random.nextInt(12);
        return switch (kind) {
            case 0 -> new Predicate.Not(predicate(depth - 1));
            case 1 -> new Predicate.And(terms(depth - 1));
            case 2 -> new Predicate.Or(terms(depth - 1));
            case 3, 4 -> comparison();
            case 5, 6 -> textTest();
            case 7 -> in();
            case 8 ->
                new Predicate.IsNull(path(Things.LAYOUT.slot(random.nextInt(15)).name()));
            case 9 -> elements();
            case 10 -> anyElement();
            default -> one(List.of(new Predicate.Constant(random.nextBoolean()), folded()));
        };
    }

    private List<Predicate> terms(int depth) {
        List<Predicate> terms = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            terms.add(predicate(depth));
        }
        return terms;
    }

    private Comparison comparisonSign() {
        return one(List.of(Comparison.values()));
    }

    private Predicate comparison() {
        String column = one(List.of(
                "key", "text", "exact", "ignore", "number", "time", "date", "uuid", "bool", "bytes", "decimal"));
        FieldPath path = path(column);
        Object constant = constant((Scalar) path.storage());
        Storage storage = constant instanceof BigDecimal ? Scalar.DECIMAL : path.storage();
        return new Predicate.Compare(path, comparisonSign(), value(constant, storage));
    }

    private Object constant(Scalar storage) {
        return switch (storage) {
            case TEXT -> random.nextInt(10) == 0 ? "" : random.nextInt(5) == 0 ? "k" + random.nextInt(9) : text();
            case INT32 -> random.nextInt(4) == 0 ? new BigDecimal(number() + ".5") : number();
            case INT64 -> (long) number();
            case INSTANT -> time();
            case DATE -> date();
            case UUID -> uuid();
            case BOOLEAN -> random.nextBoolean();
            case BINARY -> bytes();
            default -> decimal();
        };
    }

    private Predicate textTest() {
        Match match = one(List.of(Match.values()));
        String pattern = random.nextInt(12) == 0 ? "" : text();
        if (match == Match.LIKE) {
            pattern = one(List.of("%", "", "_")) + pattern + one(List.of("%", "%" + text(), "_", "", "\\%"));
        }
        return new Predicate.Text(path(one(TEXT_COLUMNS)), match, value(pattern, Scalar.TEXT), random.nextInt(3) == 0);
    }

    private Predicate folded() {
        FieldPath path = path(one(TEXT_COLUMNS));
        Operand lower = new Operand.Call(Operand.Function.LOWER, List.of(path), Scalar.TEXT);
        return new Predicate.Compare(lower, Comparison.EQ, value(text().toLowerCase(Locale.ROOT), Scalar.TEXT));
    }

    private Predicate in() {
        FieldPath path = path(one(List.of("text", "ignore", "number", "date")));
        List<Value> values = new ArrayList<>();
        int size = random.nextInt(7);
        for (int i = 0; i < size; i++) {
            values.add(value(constant((Scalar) path.storage()), path.storage()));
        }
        return new Predicate.In(path, values);
    }

    private Predicate elements() {
        if (random.nextBoolean()) {
            return new Predicate.Contains(path("numbers"), value((long) number(), Scalar.INT64));
        }
        if (random.nextInt(4) == 0) {
            return new Predicate.Size(path("tags"), comparisonSign(), random.nextInt(3));
        }
        FieldPath path = path(one(List.of("tags", "names")));
        return new Predicate.ContainsAll(
                path,
                new ArrayList<>(Set.of(
                        value(one(List.of("a", "b", "x", "Y")), Scalar.TEXT),
                        value(one(List.of("ab", "y  y", " a")), Scalar.TEXT))));
    }

    private Predicate anyElement() {
        if (random.nextBoolean()) {
            FieldPath self = FieldPath.self(Scalar.INT64, false);
            Predicate test = new Predicate.Compare(self, comparisonSign(), value((long) number(), Scalar.INT64));
            Predicate other = new Predicate.Compare(self, comparisonSign(), value((long) number(), Scalar.INT64));
            Predicate either = one(List.of(
                    test,
                    new Predicate.Not(test),
                    new Predicate.And(List.of(test, other)),
                    new Predicate.Or(List.of(test, other))));
            return new Predicate.AnyElement(path("numbers"), either);
        }
        FieldPath self = FieldPath.self(Scalar.TEXT, false);
        String part = one(List.of("a", "b", "x", "Y", " "));
        return new Predicate.AnyElement(
                path(one(List.of("tags", "names"))),
                one(List.of(
                        new Predicate.Text(
                                self, one(List.of(Match.values())), value(part, Scalar.TEXT), random.nextBoolean()),
                        new Predicate.Compare(self, comparisonSign(), value(part, Scalar.TEXT)))));
    }
}
