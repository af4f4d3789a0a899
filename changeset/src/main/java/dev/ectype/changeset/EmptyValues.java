package dev.ectype.changeset;

import dev.ectype.changeset.internal.Blank;
import dev.ectype.changeset.internal.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which params count as "nothing was entered": such a param resets its field to the default. A policy is a named value
 * that never changes; a cast is given one, and {@link #BLANK_TEXT} unless told otherwise. Immutable.
 */
public final class EmptyValues {

    /** How text is trimmed before it is compared; what is stored is never trimmed. */
    public enum Trim {
        /** Not at all. */
        NONE,
        /** White space at the start, which is enough to tell blank text. */
        LEADING,
        /** White space at both ends. */
        BOTH
    }

    /** Text of nothing but white space; bytes are not text. */
    public static final EmptyValues BLANK_TEXT = new EmptyValues("blank text", List.of(""), Trim.LEADING);

    /** The empty text alone. */
    public static final EmptyValues EMPTY_TEXT = new EmptyValues("empty text", List.of(""), Trim.NONE);

    /** Nothing is empty. */
    public static final EmptyValues NONE = new EmptyValues("none", List.of(), Trim.NONE);

    private final String name;
    private final List<@Nullable Object> values;
    private final Trim trim;
    private final boolean emptyTextOnly;

    private EmptyValues(String name, List<@Nullable Object> values, Trim trim) {
        this.name = name;
        this.values = values;
        this.trim = trim;
        this.emptyTextOnly = values.equals(List.of(""));
    }

    /** Returns a policy of those values, which may contain null; text is trimmed at its start. */
    public static EmptyValues of(@Nullable Object... values) {
        List<@Nullable Object> copy = new ArrayList<>();
        Collections.addAll(copy, values);
        return new EmptyValues("values", Collections.unmodifiableList(copy), Trim.LEADING);
    }

    /** Returns the same values with text trimmed differently. */
    public EmptyValues trimming(Trim how) {
        return new EmptyValues(name, values, how);
    }

    /** Returns the values. */
    public List<@Nullable Object> values() {
        return values;
    }

    /** Tells whether a param is empty, trimming it first if it is text. */
    boolean matches(@Nullable Object param, Trim how) {
        if (!(param instanceof String text)) {
            return !emptyTextOnly && contains(param);
        }
        if (emptyTextOnly) {
            return how == Trim.NONE ? text.isEmpty() : Blank.isBlank(text);
        }
        return contains(trim(text, how));
    }

    private static String trim(String text, Trim how) {
        String started = how == Trim.NONE ? text : Blank.trimStart(text);
        return how == Trim.BOTH ? Blank.trimEnd(started) : started;
    }

    Trim trim() {
        return trim;
    }

    /** Tells whether a value is one of the empty ones, exactly. */
    boolean contains(@Nullable Object value) {
        if (emptyTextOnly) {
            return value instanceof String text && text.isEmpty();
        }
        for (Object empty : values) {
            if (Objects.equals(empty, value) || Numbers.sameInteger(empty, value)) {
                return true;
            }
        }
        return false;
    }

    /** Policies are equal when they have the same values; how text is trimmed belongs to a cast, not to them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmptyValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns the policy's name. */
    @Override
    public String toString() {
        return name.equals("values") ? values.toString() : name;
    }
}
