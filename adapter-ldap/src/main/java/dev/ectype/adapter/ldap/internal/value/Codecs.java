package dev.ectype.adapter.ldap.internal.value;

import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** The codecs of values without parts. */
public final class Codecs {
    /** Texts. */
    public static final ValueCodec TEXT = new TextCodec();

    /** Of columns that no attribute holds; never asked. */
    public static final ValueCodec NONE = new PrintedCodec("nothing", Codecs::none, Codecs::none);

    private static final ValueCodec INT32 =
            new PrintedCodec("an integer of 32 bits", Object::toString, Integer::valueOf);
    private static final ValueCodec INT64 = new PrintedCodec("an integer of 64 bits", Object::toString, Long::valueOf);
    private static final ValueCodec INTEGER = new PrintedCodec("an integer", Object::toString, BigInteger::new);
    private static final ValueCodec FLOAT64 =
            new PrintedCodec("a finite floating point number", Object::toString, Codecs::finite);
    private static final ValueCodec DECIMAL = new PrintedCodec("a decimal", Object::toString, BigDecimal::new);
    private static final ValueCodec BOOLEAN =
            new PrintedCodec("TRUE or FALSE", value -> value.toString().toUpperCase(Locale.ROOT), Codecs::trueOrFalse);
    private static final ValueCodec UUIDS = new PrintedCodec("a UUID", Object::toString, UUID::fromString);
    private static final ValueCodec TIME = new PrintedCodec("a time of day", Object::toString, LocalTime::parse);
    private static final ValueCodec DURATION = new PrintedCodec("a duration", Object::toString, Duration::parse);
    private static final ValueCodec BINARY = new BinaryCodec();

    private static final ValueCodec ISO_DATE = new PrintedCodec("a date", Object::toString, LocalDate::parse);
    private static final ValueCodec ISO_DATE_TIME =
            new PrintedCodec("a date and time", Object::toString, LocalDateTime::parse);
    private static final ValueCodec ISO_INSTANT = new PrintedCodec("an instant", Object::toString, Instant::parse);
    private static final ValueCodec DATE = new PrintedCodec(
            "a date, as GeneralizedTime at midnight",
            value -> GeneralizedTime.print(((LocalDate) value).atStartOfDay()),
            Codecs::midnight);
    private static final ValueCodec DATE_TIME = new PrintedCodec(
            "a GeneralizedTime",
            value -> GeneralizedTime.print((LocalDateTime) value),
            text -> LocalDateTime.ofInstant(GeneralizedTime.parse(text), ZoneOffset.UTC));
    private static final ValueCodec INSTANT = new PrintedCodec(
            "a GeneralizedTime", value -> GeneralizedTime.print((Instant) value), GeneralizedTime::parse);

    private Codecs() {}

    private static String none(Object value) {
        throw new IllegalStateException("no attribute holds this column");
    }

    /**
     * Returns the codec of a kind.
     *
     * @param asTime whether times are to be GeneralizedTime, because the attribute's syntax is
     */
    public static ValueCodec of(Storage.Scalar storage, boolean asTime) {
        return switch (storage) {
            case TEXT -> TEXT;
            case INT32 -> INT32;
            case INT64 -> INT64;
            case INTEGER -> INTEGER;
            case FLOAT64 -> FLOAT64;
            case DECIMAL -> DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case DATE -> asTime ? DATE : ISO_DATE;
            case TIME -> TIME;
            case DATE_TIME -> asTime ? DATE_TIME : ISO_DATE_TIME;
            case INSTANT -> asTime ? INSTANT : ISO_INSTANT;
            case DURATION -> DURATION;
            case UUID -> UUIDS;
            case BINARY -> BINARY;
            case ANY -> new JsonCodec(Storage.Scalar.ANY);
        };
    }

    private static Object finite(String text) {
        Double number = Double.valueOf(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return number;
    }

    private static Object trueOrFalse(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> throw new IllegalArgumentException("neither TRUE nor FALSE");
        };
    }

    private static Object midnight(String text) {
        LocalDateTime time = LocalDateTime.ofInstant(GeneralizedTime.parse(text), ZoneOffset.UTC);
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("not midnight");
        }
        return time.toLocalDate();
    }
}
