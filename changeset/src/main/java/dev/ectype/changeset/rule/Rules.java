package dev.ectype.changeset.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;

/** What rules start with, meant for static import. */
@SuppressWarnings("varargs") // the arrays are only read
public final class Rules {

    /** Counts characters as people see them. */
    public static final Unit GRAPHEMES = Unit.GRAPHEMES;

    /** Counts Unicode code points. */
    public static final Unit CODE_POINTS = Unit.CODE_POINTS;

    /** Counts bytes of UTF-8. */
    public static final Unit BYTES = Unit.BYTES;

    /**
     * Looks like the address of a mailbox: something, one {@code @}, something, no white space. Whether mail arrives, only
     * mail can tell.
     */
    public static final Format EMAIL = Format.late("^[^\\s@]+@[^\\s@]+$").input("email");

    private Rules() {}

    /** Any length, to which bounds are added. */
    public static Length length() {
        return Length.ANY;
    }

    /** An exact length. */
    public static Length is(int count) {
        return Length.ANY.is(count);
    }

    /** A least length. */
    public static Length min(int count) {
        return Length.ANY.min(count);
    }

    /** A greatest length. */
    public static Length max(int count) {
        return Length.ANY.max(count);
    }

    /** Any number, to which bounds are added. */
    public static NumberRule number() {
        return NumberRule.ANY;
    }

    /** An upper bound, itself left out. */
    public static NumberRule lessThan(Number number) {
        return NumberRule.ANY.lessThan(number);
    }

    /** A lower bound, itself left out. */
    public static NumberRule greaterThan(Number number) {
        return NumberRule.ANY.greaterThan(number);
    }

    /** An upper bound. */
    public static NumberRule lessThanOrEqualTo(Number number) {
        return NumberRule.ANY.lessThanOrEqualTo(number);
    }

    /** A lower bound. */
    public static NumberRule greaterThanOrEqualTo(Number number) {
        return NumberRule.ANY.greaterThanOrEqualTo(number);
    }

    /** The one allowed number. */
    public static NumberRule equalTo(Number number) {
        return NumberRule.ANY.equalTo(number);
    }

    /** A number that is not allowed. */
    public static NumberRule notEqualTo(Number number) {
        return NumberRule.ANY.notEqualTo(number);
    }

    /** A pattern that is found in the text. */
    public static Format format(Pattern pattern) {
        return Format.of(pattern);
    }

    /** A pattern that is found in the text. */
    public static Format format(String pattern) {
        return Format.of(pattern);
    }

    /** One of the numbers of a span. */
    public static <V extends Number> Membership<V> oneOf(Span span) {
        return Membership.of(Membership.Kind.INCLUSION, span);
    }

    /** One of those values. */
    public static <V> Membership<V> oneOf(Collection<? extends V> values) {
        return Membership.of(Membership.Kind.INCLUSION, values);
    }

    /** One of those values. */
    @SafeVarargs
    public static <V> Membership<V> oneOf(V... values) {
        return oneOf(Arrays.asList(values));
    }

    /** None of the numbers of a span. */
    public static <V extends Number> Membership<V> noneOf(Span span) {
        return Membership.of(Membership.Kind.EXCLUSION, span);
    }

    /** None of those values. */
    public static <V> Membership<V> noneOf(Collection<? extends V> values) {
        return Membership.of(Membership.Kind.EXCLUSION, values);
    }

    /** None of those values. */
    @SafeVarargs
    public static <V> Membership<V> noneOf(V... values) {
        return noneOf(Arrays.asList(values));
    }

    /** A list or set whose elements are all among those values. */
    public static <V> Membership<Collection<V>> subsetOf(Collection<? extends V> values) {
        return Membership.of(Membership.Kind.SUBSET, values);
    }

    /** A list or set whose elements are all numbers of a span. */
    public static <V extends Number> Membership<Collection<V>> subsetOf(Span span) {
        return Membership.of(Membership.Kind.SUBSET, span);
    }

    /** All whole numbers from {@code first} to {@code last}, both included. */
    public static Span range(long first, long last) {
        return Span.of(first, last, 1);
    }
}
