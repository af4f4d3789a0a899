package dev.ectype.tck.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/** Values that stand in no text by chance, so that a text which shows one of them is found out. */
public final class Secrets {
    private static final Map<Scalar, Object> VALUES = Map.ofEntries(
            Map.entry(Scalar.TEXT, "swordfish"),
            Map.entry(Scalar.INT32, 987_654_321),
            Map.entry(Scalar.INT64, 987_654_321L),
            Map.entry(Scalar.INTEGER, BigInteger.valueOf(987_654_321)),
            Map.entry(Scalar.FLOAT64, 987_654_321.0),
            Map.entry(Scalar.DECIMAL, BigDecimal.valueOf(987_654_321)),
            Map.entry(Scalar.UUID, new UUID(0x3ADE68B1L << 32, 1)),
            Map.entry(Scalar.BINARY, "swordfish".getBytes(StandardCharsets.UTF_8)),
            Map.entry(Scalar.DATE, LocalDate.of(2987, 6, 5)),
            Map.entry(Scalar.TIME, LocalTime.of(19, 18, 17)),
            Map.entry(Scalar.DATE_TIME, LocalDateTime.of(2987, 6, 5, 19, 18, 17)),
            Map.entry(Scalar.INSTANT, Instant.parse("2987-06-05T19:18:17Z")),
            Map.entry(Scalar.DURATION, Duration.ofSeconds(987_654_321)));

    /** What would be seen of them: as they are, in hexadecimal, in base 64, as milliseconds. */
    private static final String[] SHOWN = {
        "swordfish",
        "987654321",
        "987,654,321",
        "9.87654321",
        "3ade68b1",
        "73776f7264",
        "c3dvcmRmaXNo",
        "2987-06-05",
        "19:18:17",
        "32106914297",
        "PT274348H"
    };

    private Secrets() {}

    /** Returns a secret of each kind that has more than two values. */
    public static Map<Scalar, Object> ofEachKind() {
        return VALUES;
    }

    /** Checks that a text shows none of the secrets, in no form that a store or a driver gives them. */
    public static void assertHidden(String text) {
        assertThat(text).doesNotContainIgnoringCase(SHOWN);
    }
}
