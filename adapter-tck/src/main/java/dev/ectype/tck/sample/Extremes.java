package dev.ectype.tck.sample;

import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The values of a kind that are most likely to be damaged on the way to a store and back. */
public final class Extremes {
    private Extremes() {}

    /** Returns the extremes of a kind that the adapter claims to keep. */
    public static List<Object> of(Scalar kind, AdapterProfile profile) {
        List<Object> values = new ArrayList<>(kind == Scalar.ANY ? List.of() : Samples.ascending(kind));
        values.addAll(always(kind));
        if (profile.claims(Capability.BIG_NUMBERS)) {
            values.addAll(big(kind));
        }
        if (profile.claims(Capability.FAR_TIMES)) {
            values.addAll(far(kind));
        }
        if (profile.claims(Capability.EMPTY_TEXT)) {
            values.addAll(empty(kind));
        }
        return values;
    }

    private static List<Object> always(Scalar kind) {
        return switch (kind) {
            case TEXT ->
                List.of(
                        " lead and trail ",
                        "line\nbreak\ttab",
                        "'; drop \"x\" --",
                        "*)(uid=*",
                        "${x} $ne",
                        "\\",
                        "\u03a3\u03c2",
                        "\uD83D\uDC69\u200D\uD83D\uDCBB",
                        "x".repeat(5000),
                        "null",
                        "true",
                        "12");
            case INT32 -> List.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> List.of(Long.MIN_VALUE, Long.MAX_VALUE);
            case INTEGER -> List.of(new BigInteger("9".repeat(34)), new BigInteger("-" + "9".repeat(34)));
            case DECIMAL ->
                List.of(new BigDecimal("9".repeat(33) + ".9"), new BigDecimal("1E-20"), new BigDecimal("-0.00"));
            case BINARY -> List.of(everyByte());
            case UUID -> List.of(new UUID(0, 0), new UUID(-1, -1));
            case DATE_TIME -> List.of(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
            case DURATION -> List.of(Duration.ofDays(36_500), Duration.ofSeconds(-1, 1000));
            default -> List.of();
        };
    }

    private static List<Object> big(Scalar kind) {
        return switch (kind) {
            case FLOAT64 -> List.of(1e-300, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
            case INTEGER -> List.of(new BigInteger("9".repeat(100)));
            case DECIMAL ->
                List.of(
                        new BigDecimal("1." + "0".repeat(60) + "1"),
                        new BigDecimal("1E+300"),
                        new BigDecimal("1E-300"));
            default -> List.of();
        };
    }

    private static List<Object> far(Scalar kind) {
        return switch (kind) {
            case DATE -> List.of(LocalDate.of(0, 1, 1), LocalDate.of(-44, 3, 15), LocalDate.of(10_000, 1, 1));
            case DATE_TIME ->
                List.of(
                        LocalDate.of(-44, 3, 15).atTime(LocalTime.NOON),
                        LocalDate.of(12_345, 1, 1).atStartOfDay());
            case INSTANT ->
                List.of(Instant.parse("-0044-03-15T12:00:00Z"), Instant.parse("+12345-01-01T00:00:00.000001Z"));
            case DURATION ->
                List.of(Duration.ofSeconds(Long.MAX_VALUE, 999_999_000), Duration.ofSeconds(Long.MIN_VALUE));
            default -> List.of();
        };
    }

    private static List<Object> empty(Scalar kind) {
        return switch (kind) {
            case TEXT -> List.of("");
            case BINARY -> List.<Object>of(new byte[0]);
            default -> List.of();
        };
    }

    private static byte[] everyByte() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }
}
