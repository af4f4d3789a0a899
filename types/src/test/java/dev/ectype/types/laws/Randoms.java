package dev.ectype.types.laws;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Random objects of all the classes that a program or a request may hand to a type. */
final class Randoms {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "1",
            "-1",
            "+007",
            "1.50",
            ".5",
            "1e3",
            "1e999999999",
            "-1e-999999999",
            "NaN",
            "true",
            "0",
            "null",
            "2024-02-29",
            "-0001-01-01",
            "10:00",
            "10:00:00.123456789",
            "2024-02-29T10:00:00Z",
            "2024-02-29 10:00",
            "9999-12-31T23:59:59-23:59",
            "PT1H",
            "P99999999999999999999D",
            "601d74e4-a8d3-4b6e-8365-eddb4c893327",
            "warehouse worker",
            "OPEN",
            "name@example.org",
            "https://example.org/a?b#c",
            "EUR",
            "el-GR",
            "Europe/Athens",
            "+302101234567",
            "210 123 4567",
            "aGVsbG8=",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "\uD800",
            "\u0000",
            "\uFF11",
            "a".repeat(10_000),
            "9".repeat(10_000),
            "-".repeat(10_000));

    private final Random random;

    Randoms(long seed) {
        this.random = new Random(seed);
    }

    Object any(int depth) {
        int kinds = depth > 0 ? 20 : 16;
        return switch (random.nextInt(kinds)) {
            case 0, 1, 2 -> text();
            case 3 -> random.nextInt();
            case 4 -> random.nextLong();
            case 5 -> integer();
            case 6 -> decimal();
            case 7 -> number();
            case 8 -> random.nextBoolean();
            case 9 -> instant();
            case 10 -> dateTime();
            case 11 -> dateTime().toLocalDate();
            case 12 -> dateTime().toLocalTime();
            case 13 -> odd();
            case 14 -> new UUID(random.nextLong(), random.nextLong());
            case 15 -> Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
            case 16 -> new HashSet<>(list(depth));
            case 17 -> list(depth);
            default -> map(depth);
        };
    }

    String text() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> noise("0123456789+-.eE:TZ /", 24);
            case 2 -> noise("aZ09 \u00E9\u65E5\u0000@.{}", 20);
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    BigInteger integer() {
        BigInteger magnitude = new BigInteger(random.nextInt(400), random);
        return random.nextBoolean() ? magnitude : magnitude.negate();
    }

    BigDecimal decimal() {
        int scale = random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(40) - 20;
        return new BigDecimal(BigInteger.valueOf(random.nextLong() >> random.nextInt(64)), scale);
    }

    double number() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(1000) / 8.0;
            case 2 -> random.nextBoolean() ? 0.0 : -0.0;
            default -> random.nextGaussian() * 1e6;
        };
    }

    Instant instant() {
        return Instant.ofEpochSecond(
                random.nextLong(-400_000_000_000L, 400_000_000_000L), random.nextInt(1_000_000_000));
    }

    LocalDateTime dateTime() {
        return LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    <V> V oneOf(List<V> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <V> List<V> listOf(Supplier<V> element) {
        List<V> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    <V> Map<String, V> mapOf(Supplier<V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(
                    oneOf(List.of("year", "month", "day", "hour", "minute", "amount", "currency", "a", "b")),
                    value.get());
        }
        return map;
    }

    private List<Object> list(int depth) {
        return listOf(() -> random.nextInt(8) == 0 ? null : any(depth - 1));
    }

    private Map<String, Object> map(int depth) {
        return mapOf(() -> random.nextInt(8) == 0 ? null : any(depth - 1));
    }

    private Object odd() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextFloat();
            case 1 -> (short) random.nextInt();
            case 2 -> (byte) random.nextInt();
            case 3 -> (char) random.nextInt();
            case 4 -> new AtomicLong(random.nextLong());
            case 5 -> OffsetDateTime.ofInstant(instant(), ZoneOffset.ofHours(random.nextInt(30) - 15));
            case 6 -> bytes();
            default -> new Object[] {text(), 1, null};
        };
    }

    private String noise(String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
