package dev.ectype.types.laws;

import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.id.Ulids;
import dev.ectype.types.money.Money;
import dev.ectype.types.net.EmailAddress;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A type and inputs that it takes. */
record Subject(Type<?> type, Function<Randoms, Object> input) {

    static Stream<Subject> all() {
        return Stream.concat(scalars(), Stream.concat(collections(), values()));
    }

    private static Stream<Subject> scalars() {
        return Stream.of(
                new Subject(Types.string(), Randoms::text),
                new Subject(Types.integer(), r -> r.integer().intValue()),
                new Subject(Types.longInteger(), r -> r.integer().longValue()),
                new Subject(Types.bigInteger(), Randoms::integer),
                new Subject(Types.float64(), Subject::finite),
                new Subject(Types.decimal(), Subject::decimal),
                new Subject(Types.bool(), r -> r.oneOf(List.of(true, false, "1", "0"))),
                new Subject(Types.date(), r -> r.dateTime().toLocalDate().withYear(2000)),
                new Subject(Types.time(), r -> r.dateTime().toLocalTime()),
                new Subject(Types.timeMicros(), r -> r.dateTime().toLocalTime().toString()),
                new Subject(Types.dateTime(), r -> r.dateTime().withYear(-4)),
                new Subject(Types.dateTimeMicros(), r -> r.dateTime().withYear(9999)),
                new Subject(Types.instant(), r -> r.dateTime().withYear(1).atOffset(ZoneOffset.ofHours(-18))),
                new Subject(Types.instantMicros(), r -> r.dateTime().withYear(1969)),
                new Subject(
                        Types.duration(),
                        r -> Duration.ofNanos(r.integer().longValue()).toString()),
                new Subject(
                        Types.uuid(),
                        r -> new UUID(r.integer().longValue(), r.integer().longValue()).toString()),
                new Subject(Types.binary(), Randoms::bytes),
                new Subject(Types.base64(), Randoms::bytes),
                new Subject(Types.any(), Subject::storable),
                new Subject(Types.map(), r -> r.mapOf(() -> storable(r))));
    }

    private static Stream<Subject> collections() {
        return Stream.of(
                new Subject(Types.listOf(Types.decimal()), r -> r.listOf(() -> decimal(r))),
                new Subject(Types.listOf(Types.listOf(Types.bool())), r -> r.listOf(() -> Arrays.asList(true, null))),
                new Subject(Types.setOf(Types.float64()), r -> r.listOf(() -> finite(r))),
                new Subject(Types.setOf(Types.decimal()), r -> r.listOf(() -> decimal(r))),
                new Subject(Types.setOf(Types.binary()), r -> r.listOf(r::bytes)),
                new Subject(Types.mapOf(Types.decimal()), r -> r.mapOf(() -> decimal(r))),
                new Subject(Types.mapOf(Types.setOf(Types.string())), r -> r.mapOf(() -> r.listOf(r::text))));
    }

    private static Stream<Subject> values() {
        return Stream.of(
                new Subject(Types.enumOf(DayOfWeek.class), r -> r.oneOf(List.of("MONDAY", DayOfWeek.FRIDAY))),
                new Subject(Types.enumOf(DayOfWeek.class, DayOfWeek::getValue), r -> r.oneOf(List.of("MONDAY", 2, 3L))),
                new Subject(Types.oneOf("red", "green"), r -> r.oneOf(List.of("red", "green"))),
                new Subject(
                        Types.phone("GR"), r -> r.oneOf(List.of("2101234567", "+30 6912345678", "+41 44 668 18 00"))),
                new Subject(Types.email(), r -> r.oneOf(List.of("a@b.c", new EmailAddress("x", "EXAMPLE.org")))),
                new Subject(Types.emailText(), r -> "a+b@example.org"),
                new Subject(Types.uri(), r -> r.oneOf(List.of("urn:a:b", URI.create("https://example.org/%20?q")))),
                new Subject(Types.uri("https"), r -> "HTTPS://example.org"),
                new Subject(Types.currency(), r -> r.oneOf(List.of("EUR", Currency.getInstance("JPY")))),
                new Subject(Types.money(), Subject::money),
                new Subject(Types.locale(), r -> r.oneOf(List.of("el-GR", Locale.ROOT, Locale.CANADA_FRENCH))),
                new Subject(Types.zoneId(), r -> r.oneOf(List.of("Europe/Athens", ZoneId.of("+02:00")))),
                new Subject(Types.ulid(), r -> Ulids.next()),
                new Subject(Types.orElse(Types.integer(), 0), r -> 7),
                new Subject(Types.withMessage(Types.integer(), "must be a number"), r -> "7"));
    }

    private static Object finite(Randoms randoms) {
        double number = randoms.number();
        return Double.isFinite(number) ? number : 0.1f;
    }

    private static Object decimal(Randoms randoms) {
        Object number = randoms.decimal();
        return Types.decimal().cast(number) instanceof Cast.Ok<BigDecimal> ? number : "1.50";
    }

    private static Object money(Randoms randoms) {
        return randoms.oneOf(List.of(Money.of("1.50", "EUR"), Map.of("amount", "-.5", "currency", "JPY")));
    }

    private static Object storable(Randoms randoms) {
        Object value = randoms.any(2);
        boolean stored = Types.any().cast(value) instanceof Cast.Ok<Object> ok && isStored(ok.value());
        return stored ? value : "text";
    }

    private static boolean isStored(Object value) {
        try {
            Types.any().dump(value);
            return true;
        } catch (IllegalArgumentException noKindOfStorage) {
            return false;
        }
    }

    @Override
    public String toString() {
        return type.name();
    }
}
