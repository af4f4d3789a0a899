package dev.ectype.tck.sample;

import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Values of every kind without parts, that any store can keep. */
public final class Samples {
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);

    private Samples() {}

    /** Returns the kinds that have an order of their own. */
    public static List<Scalar> kinds() {
        return Arrays.stream(Scalar.values()).filter(kind -> kind != Scalar.ANY).toList();
    }

    /** Returns different values of a kind, the least first. */
    public static List<Object> ascending(Scalar kind) {
        return switch (kind) {
            case TEXT ->
                List.of(" ", "10", "9", "A", "Z", "a", "ab", "b", "e\u0301", "\u00e9", "\uFFFD", "\uD83D\uDE00");
            case INT32 -> List.of(-70_000, -1, 0, 1, 9, 10, 70_000);
            case INT64 -> List.of(-(1L << 53) - 1, -1L, 0L, 9L, 10L, 1L << 53, (1L << 53) + 1);
            case INTEGER -> integers("-36893488147419103233", "-1", "0", "9", "10", "36893488147419103233");
            case FLOAT64 -> List.of(-1e100, -1.5, 0.0, 1e-100, 0.1, 9.0, 10.0, 1e100);
            case DECIMAL -> decimals("-10.01", "-0.1", "0", "0.10", "0.100000000000000000001", "9.9", "10");
            case BOOLEAN -> List.of(false, true);
            case UUID ->
                uuids(
                        "00000000-0000-0001-0000-000000000000",
                        "7fffffff-0000-0000-8000-000000000001",
                        "80000000-0000-0000-0000-000000000000",
                        "ffffffff-0000-0000-7fff-ffffffffffff");
            case BINARY ->
                List.of(
                        new byte[] {0},
                        new byte[] {1},
                        new byte[] {1, 0},
                        new byte[] {127},
                        new byte[] {-128},
                        new byte[] {-1});
            case ANY -> throw new IllegalArgumentException("values of any kind have no order that stores share");
            default -> temporal(kind);
        };
    }

    private static List<Object> temporal(Scalar kind) {
        LocalTime late = LocalTime.of(23, 59, 59, 999_999_000);
        return switch (kind) {
            case DATE ->
                List.of(
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(1969, 12, 31),
                        JANUARY,
                        FEBRUARY,
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 10, 9),
                        LocalDate.of(9999, 12, 31));
            case TIME ->
                List.of(
                        LocalTime.MIDNIGHT,
                        LocalTime.of(0, 0, 0, 1000),
                        LocalTime.of(9, 30),
                        LocalTime.of(10, 0),
                        late);
            case DATE_TIME ->
                List.of(
                        LocalDateTime.of(1969, 12, 31, 23, 59),
                        JANUARY.atTime(late),
                        FEBRUARY.atStartOfDay(),
                        FEBRUARY.atTime(0, 0, 0, 1000));
            case INSTANT ->
                List.of(
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.EPOCH,
                        Instant.parse("2024-01-31T23:59:59.999999Z"),
                        Instant.parse("2024-02-01T00:00:00Z"),
                        Instant.parse("2024-02-01T00:00:00.000001Z"));
            case DURATION ->
                List.of(
                        Duration.ofDays(-2),
                        Duration.ofMillis(-1),
                        Duration.ZERO,
                        Duration.ofNanos(1000),
                        Duration.ofMinutes(9),
                        Duration.ofMinutes(10));
            default -> throw new IllegalArgumentException("not a time: " + kind);
        };
    }

    private static List<Object> integers(String... values) {
        return Arrays.stream(values).<Object>map(BigInteger::new).toList();
    }

    private static List<Object> decimals(String... values) {
        return Arrays.stream(values).<Object>map(BigDecimal::new).toList();
    }

    private static List<Object> uuids(String... values) {
        return Arrays.stream(values).<Object>map(UUID::fromString).toList();
    }
}
