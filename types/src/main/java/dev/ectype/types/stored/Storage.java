package dev.ectype.types.stored;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The neutral kind of a stored value; it fixes the Java class in which an adapter receives and returns it. */
public sealed interface Storage {

    /** Kinds without parts; each constant names its Java class. */
    enum Scalar implements Storage {
        /** A {@link String}, compared by code point. */
        TEXT,
        /** An {@link Integer}. */
        INT32,
        /** A {@link Long}. */
        INT64,
        /** A {@link java.math.BigInteger}. */
        INTEGER,
        /** A finite {@link Double}. */
        FLOAT64,
        /** A {@link java.math.BigDecimal}, compared by value. */
        DECIMAL,
        /** A {@link Boolean}. */
        BOOLEAN,
        /** A {@link java.time.LocalDate}. */
        DATE,
        /** A {@link java.time.LocalTime}, at most to the microsecond. */
        TIME,
        /** A {@link java.time.LocalDateTime}, at most to the microsecond. */
        DATE_TIME,
        /** An {@link java.time.Instant}, at most to the microsecond. */
        INSTANT,
        /** A {@link java.time.Duration}. */
        DURATION,
        /** A {@link java.util.UUID}, compared as its text. */
        UUID,
        /** A {@code byte[]}, compared as unsigned bytes; never changed after it was handed over. */
        BINARY,
        /** Any of the classes of the other kinds, and lists and text-keyed maps of them. */
        ANY
    }

    /** A {@link java.util.List} of values of one kind; elements may be null. */
    record ListOf(Storage element) implements Storage {}

    /** A {@link java.util.Set} of values of one kind, in which equal values stand once. */
    record SetOf(Storage element) implements Storage {}

    /** A {@link Map} from text to values of one kind; values may be null. */
    record MapOf(Storage value) implements Storage {}

    /** A {@link Row}: an embedded record. The layout is supplied late, since a record may contain its own kind. */
    record Embedded(Supplier<Layout> layout) implements Storage {}

    /**
     * A {@link Row} in one of several layouts, told apart by a text stored beside its slots.
     *
     * @param tag the stored name of the text that tells the layouts apart; it is not a slot of any of them
     * @param layouts the layouts by tag
     */
    record OneOf(String tag, Map<String, Supplier<Layout>> layouts) implements Storage {
        /** Copies the map. */
        public OneOf {
            layouts = Map.copyOf(layouts);
        }

        /** Returns the layout for a tag, or null if no record has it. */
        public @Nullable Layout layout(String tagValue) {
            Supplier<Layout> found = layouts.get(tagValue);
            return found == null ? null : found.get();
        }
    }
}
