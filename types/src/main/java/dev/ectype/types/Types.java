package dev.ectype.types;

import dev.ectype.types.id.Ulids;
import dev.ectype.types.money.Money;
import dev.ectype.types.net.EmailAddress;
import dev.ectype.types.phone.Phone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ready types. Each factory says what it casts besides values of its own class; text is never trimmed. What is
 * neither named here nor a value of the class does not fit.
 */
public final class Types {
    private static final int MAX_URI = 8192;

    private Types() {}

    /** Text. Casts characters too, and nothing else: numbers are no text. */
    public static Type<String> string() {
        return TextType.PLAIN;
    }

    /** Whole numbers of 32 bits. Casts whole numbers of every class and their text of at most 31 characters. */
    public static Type<Integer> integer() {
        return IntegerType.INT32;
    }

    /** Whole numbers of 64 bits. Casts what {@link #integer} casts. */
    public static Type<Long> longInteger() {
        return IntegerType.INT64;
    }

    /** Whole numbers of any size up to 10,000 digits. Casts what {@link #integer} casts. */
    public static Type<BigInteger> bigInteger() {
        return IntegerType.BIG;
    }

    /** Finite floats of 64 bits. Casts other floats, whole numbers and text such as {@code 1}, {@code 1.5} or {@code 1e3}. */
    public static Type<Double> float64() {
        return FloatType.PLAIN;
    }

    /**
     * Decimals, compared by value; the scale is kept. Casts every number and text such as {@code 1.50}, {@code .5} or
     * {@code 1e3}, with at most 34 significant digits and an exponent from -6144 to 6144.
     */
    public static Type<BigDecimal> decimal() {
        return DecimalType.PLAIN;
    }

    /** True and false. Casts the texts {@code true}, {@code false}, {@code 1} and {@code 0}. */
    public static Type<Boolean> bool() {
        return BooleanType.PLAIN;
    }

    /**
     * Dates of the years -9999 to 9999. Casts moments (their date in UTC), ISO 8601 text of a date or of a full date
     * and time (whose offset does not matter), and maps of {@code year}, {@code month} and {@code day}.
     */
    public static Type<LocalDate> date() {
        return DateType.PLAIN;
    }

    /**
     * Times of day to the second; a fraction is cut off. Casts dates with a time, text such as {@code 10:30} or
     * {@code 10:30:00} (an offset does not matter), and maps of {@code hour}, {@code minute} and, if need be,
     * {@code second} and {@code microsecond}.
     */
    public static Type<LocalTime> time() {
        return TimeType.SECONDS;
    }

    /** Times of day to the microsecond. Casts what {@link #time} casts. */
    public static Type<LocalTime> timeMicros() {
        return TimeType.MICROS;
    }

    /**
     * Dates and times without a zone, to the second. Casts moments (as they read in UTC), ISO 8601 text of a date and
     * a time (an offset is left out), and maps of the parts of a date and of a time.
     */
    public static Type<LocalDateTime> dateTime() {
        return DateTimeType.SECONDS;
    }

    /** Dates and times without a zone, to the microsecond. Casts what {@link #dateTime} casts. */
    public static Type<LocalDateTime> dateTimeMicros() {
        return DateTimeType.MICROS;
    }

    /**
     * Moments, to the second. Casts dates and times with a zone or offset, ISO 8601 text of a date and a time, and
     * maps of their parts; what has no zone is taken as UTC.
     */
    public static Type<Instant> instant() {
        return InstantType.SECONDS;
    }

    /** Moments, to the microsecond. Casts what {@link #instant} casts. */
    public static Type<Instant> instantMicros() {
        return InstantType.MICROS;
    }

    /** Lengths of time. Casts ISO 8601 text such as {@code PT1H30M}. */
    public static Type<Duration> duration() {
        return DurationType.PLAIN;
    }

    /** UUIDs. Casts their text with hyphens, in either case, and, as Ecto does, any text or array of sixteen bytes. */
    public static Type<UUID> uuid() {
        return UuidType.PLAIN;
    }

    /** Bytes. Casts text, as its UTF-8 bytes, and byte buffers. */
    public static Type<byte[]> binary() {
        return BinaryType.PLAIN;
    }

    /**
     * Whatever is given, down to 100 levels of lists and text-keyed maps, which are copied; numbers are compared by
     * value. Only objects of the classes of {@link dev.ectype.types.stored.Storage} can be stored.
     */
    public static Type<Object> any() {
        return AnyType.PLAIN;
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
        return MapType.PLAIN;
    }

    /**
     * Maps from text to values of one type, which may be null. Of several values that do not fit, that of the least key is
     * told.
     */
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

    /** The constants of an enum. Casts and stores their names. */
    public static <E extends Enum<E>> Type<E> enumOf(Class<E> enumClass) {
        return ChoiceType.of(enumClass, Enum::name);
    }

    /**
     * The constants of an enum, stored by a code of their own. Casts codes and names; a code goes first.
     *
     * @param code gives each constant another code; all are text or all of the class {@link Integer}
     * @throws IllegalArgumentException if two constants have the same code
     */
    public static <E extends Enum<E>> Type<E> enumOf(Class<E> enumClass, Function<? super E, ?> code) {
        return ChoiceType.of(enumClass, code);
    }

    /** One of a few texts, without an enum. */
    public static Type<String> oneOf(String... names) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String name : names) {
            if (codes.put(name, name) != null) {
                throw new IllegalArgumentException("'" + name + "' is given twice: give each name once");
            }
        }
        return ChoiceType.of(codes);
    }

    /**
     * One of a few texts, each stored by a code. Casts codes and names; a code goes first.
     *
     * @param codes the codes by name, all text or all of the class {@link Integer}
     * @throws IllegalArgumentException if two names have the same code
     */
    public static Type<String> oneOf(Map<String, ?> codes) {
        return ChoiceType.of(codes);
    }

    /** E-mail addresses by the rule of HTML forms, stored as text. */
    public static Type<EmailAddress> email() {
        return text("email", EmailAddress.class, EmailAddress::of, EmailAddress::toString);
    }

    /** Text that is an e-mail address by the rule of HTML forms. */
    public static Type<String> emailText() {
        return restricted("email", string(), EmailAddress::isValid);
    }

    /** Absolute URIs of at most 8192 characters, stored as text. */
    public static Type<URI> uri() {
        Type<String> bounded = restricted("uri", string(), text -> text.length() <= MAX_URI);
        return restricted("uri", via("uri", bounded, URI.class, URI::create, URI::toString), URI::isAbsolute);
    }

    /** URIs with a host and one of the schemes, such as {@code https}, in any letters. */
    public static Type<URI> uri(String... schemes) {
        Set<String> allowed = new HashSet<>();
        for (String scheme : schemes) {
            allowed.add(scheme.toLowerCase(Locale.ROOT));
        }
        return restricted(
                "uri",
                uri(),
                uri -> uri.getHost() != null && allowed.contains(uri.getScheme().toLowerCase(Locale.ROOT)));
    }

    /** Currencies by their ISO 4217 code in capital letters, stored as that text. */
    public static Type<Currency> currency() {
        return text("currency", Currency.class, Currency::getInstance, Currency::getCurrencyCode);
    }

    /**
     * Amounts with a currency, stored as an embedded record of {@code amount} and {@code currency}. Casts maps of the
     * two, which are cast like {@link #decimal} and {@link #currency}; if both are blank, the amount is null.
     */
    public static Type<Money> money() {
        return new MoneyType(decimal(), currency());
    }

    /** Locales by their BCP 47 tag such as {@code el-GR}, stored as that text. */
    public static Type<Locale> locale() {
        return text(
                "locale",
                Locale.class,
                tag -> tag.isEmpty()
                        ? null
                        : new Locale.Builder().setLanguageTag(tag).build(),
                Locale::toLanguageTag);
    }

    /** Time zones by their id such as {@code Europe/Athens}, stored as that text. */
    public static Type<ZoneId> zoneId() {
        return text("zone_id", ZoneId.class, ZoneId::of, ZoneId::getId);
    }

    /** Bytes that come as base64 text of RFC 4648, whose padding may be missing; stored as bytes. */
    public static Type<byte[]> base64() {
        return Base64Type.PLAIN;
    }

    /** ULIDs as text in capital letters; {@link dev.ectype.types.id.Ulids} makes them. */
    public static Type<String> ulid() {
        return generated(restricted("ulid", string(), Ulids::isValid), Ulids::next);
    }

    /** The same type, whose new identifiers come from {@code source}, such as {@code Uuids::v7}. */
    public static <V> Type<V> generated(Type<V> type, Supplier<V> source) {
        return new GeneratedType<>(type, source);
    }

    /**
     * Values of a class of one's own that are stored as text: a type in one line.
     *
     * @param parse reads a text; null or an exception means that the value does not fit
     * @param print writes a value such that {@code parse} reads an equal one
     */
    public static <V> Type<V> text(
            String name,
            Class<V> valueClass,
            Function<? super String, ? extends @Nullable V> parse,
            Function<? super V, String> print) {
        return via(name, string(), valueClass, parse, print);
    }

    /**
     * Values of a class of one's own that are cast, stored and compared as values of another type.
     *
     * @param from makes a value; null or an exception means that it does not fit
     * @param to gives back what {@code from} makes an equal value of
     */
    public static <B, V> Type<V> via(
            String name,
            Type<B> base,
            Class<V> valueClass,
            Function<? super B, ? extends @Nullable V> from,
            Function<? super V, ? extends B> to) {
        return new ConvertedType<>(name, base, valueClass, from, to);
    }

    /** The values of a type that a rule allows. Stored values are not asked: rules change, data stays. */
    public static <V> Type<V> restricted(String name, Type<V> type, Predicate<? super V> rule) {
        return new RestrictedType<>(name, type, rule);
    }

    /** The same type with another text for values that do not fit, in place of "is invalid". */
    public static <V> Type<V> withMessage(Type<V> type, String message) {
        return new WordedType<>(type, message);
    }

    /** The same type, which loads a fallback in place of a stored value that does not fit, and raises no error. */
    public static <V> Type<V> orElse(Type<V> type, V fallback) {
        return new FallbackType<>(type, fallback);
    }
}
