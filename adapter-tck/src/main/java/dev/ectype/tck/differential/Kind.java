package dev.ectype.tck.differential;

import dev.ectype.tck.sample.Samples;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;

/** What a generated column holds, in our words and in those of SQL. */
enum Kind {
    /** Texts in which a code point is a UTF-16 unit and a letter has one other case. */
    TEXT(Scalar.TEXT, Types.string(), "varchar"),
    /** Texts of any characters. */
    WIDE_TEXT(Scalar.TEXT, Types.string(), "varchar"),
    INT32(Scalar.INT32, Types.integer(), "integer"),
    INT64(Scalar.INT64, Types.longInteger(), "bigint"),
    INTEGER(Scalar.INTEGER, Types.bigInteger(), "decfloat(100)"),
    DECIMAL(Scalar.DECIMAL, Types.decimal(), "decfloat(100)"),
    FLOAT64(Scalar.FLOAT64, Types.float64(), "double precision"),
    BOOLEAN(Scalar.BOOLEAN, Types.bool(), "boolean"),
    DATE(Scalar.DATE, Types.date(), "date"),
    TIME(Scalar.TIME, Types.timeMicros(), "time(9)"),
    DATE_TIME(Scalar.DATE_TIME, Types.dateTimeMicros(), "timestamp(9)"),
    INSTANT(Scalar.INSTANT, Types.instantMicros(), "timestamp(9) with time zone"),
    DURATION(Scalar.DURATION, Types.duration(), "interval day(18) to second(9)"),
    UUID(Scalar.UUID, Types.uuid(), "uuid"),
    BINARY(Scalar.BINARY, Types.binary(), "varbinary");

    /** H2 sorts UTF-16 units, in which this character comes after those of two units; in code points it comes before. */
    private static final String BEHIND_SURROGATES = "\uFFFD";

    private static final List<Object> PLAIN = List.of(
            "a", "A", "ab", "Ab", "b", "a%b", "a_b", "a\\b", "a!b", "a*b", "a.b", "(a)", "aab", "\u00e9", "\u00c9",
            " a", "a ", "10", "9", "'");

    @SuppressWarnings("ImmutableEnumChecker") // types are immutable
    private final Type<?> type;

    private final Scalar storage;
    private final String sql;

    Kind(Scalar storage, Type<?> type, String sql) {
        this.storage = storage;
        this.type = type;
        this.sql = sql;
    }

    Scalar storage() {
        return storage;
    }

    Type<?> type() {
        return type;
    }

    /** The type of the column in SQL. */
    String sql() {
        return sql;
    }

    /** The values that columns and conditions choose from. */
    List<Object> samples() {
        if (this == TEXT) {
            return PLAIN;
        }
        List<Object> values = new ArrayList<>(Samples.ascending(storage));
        if (this == WIDE_TEXT) {
            values.remove(BEHIND_SURROGATES);
            values.addAll(List.of(
                    "\uD83D\uDE00\uD83D\uDE01", "Stra\u00dfe", "STRASSE", "\u0130", "\u03a3\u03c2", "?", "a\nb"));
        }
        return values;
    }

    boolean isText() {
        return storage == Scalar.TEXT;
    }

    /** Tells whether small whole numbers can be added to its values. */
    boolean isNumber() {
        return switch (this) {
            case INT32, INT64, INTEGER, DECIMAL, FLOAT64 -> true;
            default -> false;
        };
    }
}
