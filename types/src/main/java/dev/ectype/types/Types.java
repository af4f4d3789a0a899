package dev.ectype.types;

import dev.ectype.types.internal.temporal.Precision;
import dev.ectype.types.phone.Phone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ready types. Each factory says what it casts besides values of its own class; text is never trimmed. What is
 * neither named here nor a value of the class does not fit.
 */
public final class Types {
    private static final Type<String> STRING = new TextType();
    private static final Type<Integer> INTEGER = IntegerType.int32();
    private static final Type<Long> LONG_INTEGER = IntegerType.int64();
    private static final Type<BigInteger> BIG_INTEGER = IntegerType.big();
    private static final Type<Double> FLOAT64 = new FloatType();
    private static final Type<BigDecimal> DECIMAL = new DecimalType();
    private static final Type<Boolean> BOOL = new BooleanType();
    private static final Type<LocalDate> DATE = new DateType();
    private static final Type<LocalTime> TIME = new TimeType("time", Precision.SECONDS);
    private static final Type<LocalTime> TIME_MICROS = new TimeType("time_micros", Precision.MICROS);
    private static final Type<LocalDateTime> DATE_TIME = new DateTimeType("date_time", Precision.SECONDS);
    private static final Type<LocalDateTime> DATE_TIME_MICROS = new DateTimeType("date_time_micros", Precision.MICROS);
    private static final Type<Instant> INSTANT = new InstantType("instant", Precision.SECONDS);
    private static final Type<Instant> INSTANT_MICROS = new InstantType("instant_micros", Precision.MICROS);
    private static final Type<Duration> DURATION = new DurationType();
    private static final Type<UUID> UUID_TYPE = new UuidType();
    private static final Type<byte[]> BINARY = new BinaryType();
    private static final Type<Object> ANY = new AnyType();
    private static final Type<Map<String, Object>> MAP = new MapType();

    private Types() {}

    /** Text. Casts characters too, and nothing else: numbers are no text. */
    public static Type<String> string() {
        return STRING;
    }

    /** Whole numbers of 32 bits. Casts whole numbers of every class and their text of at most 31 characters. */
    public static Type<Integer> integer() {
        return INTEGER;
    }

    /** Whole numbers of 64 bits. Casts what {@link #integer} casts. */
    public static Type<Long> longInteger() {
        return LONG_INTEGER;
    }

    /** Whole numbers of any size up to 10,000 digits. Casts what {@link #integer} casts. */
    public static Type<BigInteger> bigInteger() {
        return BIG_INTEGER;
    }

    /** Finite floats of 64 bits. Casts other floats, whole numbers and text such as {@code 1}, {@code 1.5} or {@code 1e3}. */
    public static Type<Double> float64() {
        return FLOAT64;
    }

    /**
     * Decimals, compared by value; the scale is kept. Casts every number and text such as {@code 1.50}, {@code .5} or
     * {@code 1e3}, with at most 34 significant digits and an exponent from -6144 to 6144.
     */
    public static Type<BigDecimal> decimal() {
        return DECIMAL;
    }

    /** True and false. Casts the texts {@code true}, {@code false}, {@code 1} and {@code 0}. */
    public static Type<Boolean> bool() {
        return BOOL;
    }

    /**
     * Dates of the years -9999 to 9999. Casts moments (their date in UTC), ISO 8601 text of a date or of a full date
     * and time (whose offset does not matter), and maps of {@code year}, {@code month} and {@code day}.
     */
    public static Type<LocalDate> date() {
        return DATE;
    }

    /**
     * Times of day to the second; a fraction is cut off. Casts dates with a time, text such as {@code 10:30} or
     * {@code 10:30:00} (an offset does not matter), and maps of {@code hour}, {@code minute} and, if need be,
     * {@code second} and {@code microsecond}.
     */
    public static Type<LocalTime> time() {
        return TIME;
    }

    /** Times of day to the microsecond. Casts what {@link #time} casts. */
    public static Type<LocalTime> timeMicros() {
        return TIME_MICROS;
    }

    /**
     * Dates and times without a zone, to the second. Casts moments (as they read in UTC), ISO 8601 text of a date and
     * a time (an offset is left out), and maps of the parts of a date and of a time.
     */
    public static Type<LocalDateTime> dateTime() {
        return DATE_TIME;
    }

    /** Dates and times without a zone, to the microsecond. Casts what {@link #dateTime} casts. */
    public static Type<LocalDateTime> dateTimeMicros() {
        return DATE_TIME_MICROS;
    }

    /**
     * Moments, to the second. Casts dates and times with a zone or offset, ISO 8601 text of a date and a time, and
     * maps of their parts; what has no zone is taken as UTC.
     */
    public static Type<Instant> instant() {
        return INSTANT;
    }

    /** Moments, to the microsecond. Casts what {@link #instant} casts. */
    public static Type<Instant> instantMicros() {
        return INSTANT_MICROS;
    }

    /** Lengths of time. Casts ISO 8601 text such as {@code PT1H30M}. */
    public static Type<Duration> duration() {
        return DURATION;
    }

    /** UUIDs. Casts their text with hyphens, in either case, and, as Ecto does, any text or array of sixteen bytes. */
    public static Type<UUID> uuid() {
        return UUID_TYPE;
    }

    /** Bytes. Casts text, as its UTF-8 bytes, and byte buffers. */
    public static Type<byte[]> binary() {
        return BINARY;
    }

    /**
     * Whatever is given, down to 100 levels of lists and text-keyed maps, which are copied; numbers are compared by
     * value. Only objects of the classes of {@link dev.ectype.types.stored.Storage} can be stored.
     */
    public static Type<Object> any() {
        return ANY;
    }

    /** Lists of one type; elements may be null. Casts every collection and array of objects. */
    public static <V> Type<List<V>> listOf(Type<V> element) {
        return new ListType<>(element);
    }

    /** Sets of one type, without null and in the order given. Casts every collection and array of objects. */
    public static <V> Type<Set<V>> setOf(Type<V> element) {
        return new SetType<>(element);
    }

    /** Maps from text to values of any class, as {@link #any} takes them. */
    public static Type<Map<String, Object>> map() {
        return MAP;
    }

    /** Maps from text to values of one type, which may be null. */
    public static <V> Type<Map<String, V>> mapOf(Type<V> value) {
        return new MapOfType<>(value);
    }

    /** Phone numbers with a country code that exist in their country's numbering plan, stored as E.164 text. */
    public static Type<Phone> phone() {
        return new PhoneType(null);
    }

    /**
     * Phone numbers that exist in their country's numbering plan, stored as E.164 text.
     *
     * @param region the country of numbers without a country code, as its ISO 3166 code such as {@code GR}
     * @throws IllegalArgumentException if there is no such country
     */
    public static Type<Phone> phone(String region) {
        return new PhoneType(region);
    }
}
