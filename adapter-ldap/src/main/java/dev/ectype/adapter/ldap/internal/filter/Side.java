package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.Optional;

/**
 * A filter that finds at least the entries of which a predicate is true (or false): exactly those, a few more, or many.
 *
 * @param filter the filter; empty if nothing narrows
 * @param grade how near it comes
 * @param why what it cannot tell; empty if exact
 */
public record Side(Optional<Filter> filter, Grade grade, String why) {
    /** Finds nothing, rightly. */
    static final Side NOTHING = exact(Filter.createORFilter());
    /** Finds everything, rightly. */
    static final Side EVERYTHING = exact(Filter.createANDFilter());

    /** How near a filter comes. */
    public enum Grade {
        /** The filter finds just those entries. */
        EXACT,
        /** It finds also entries whose values differ in what the server does not tell apart, such as spaces. */
        NEAR,
        /** It finds more. */
        LOOSE
    }

    static Side exact(Filter filter) {
        return new Side(Optional.of(filter), Grade.EXACT, "");
    }

    static Side near(Filter filter, String why) {
        return new Side(Optional.of(filter), Grade.NEAR, why);
    }

    static Side loose(Filter filter, String why) {
        return new Side(Optional.of(filter), Grade.LOOSE, why);
    }

    static Side unknown(String why) {
        return new Side(Optional.empty(), Grade.LOOSE, why);
    }

    /** Tells whether no entry is found. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** Returns what all sides find. */
    static Side all(List<Side> sides) {
        List<Side> relevant =
                sides.stream().filter(side -> !side.isEverything()).toList();
        if (relevant.stream().anyMatch(Side::isNothing)) {
            return NOTHING;
        }
        if (relevant.isEmpty()) {
            return EVERYTHING;
        }
        List<Filter> filters =
                relevant.stream().flatMap(side -> side.filter.stream()).toList();
        return new Side(joined(filters, true), worst(relevant), reason(relevant));
    }

    /** Returns what one of the sides finds. */
    static Side any(List<Side> sides) {
        List<Side> relevant = sides.stream().filter(side -> !side.isNothing()).toList();
        if (relevant.stream().anyMatch(Side::isEverything)) {
            return EVERYTHING;
        }
        if (relevant.isEmpty()) {
            return NOTHING;
        }
        if (relevant.stream().anyMatch(side -> side.filter.isEmpty())) {
            return unknown(reason(relevant));
        }
        List<Filter> filters =
                relevant.stream().flatMap(side -> side.filter.stream()).toList();
        return new Side(joined(filters, false), worst(relevant), reason(relevant));
    }

    private static Optional<Filter> joined(List<Filter> filters, boolean all) {
        if (filters.size() < 2) {
            return filters.stream().findFirst();
        }
        return Optional.of(all ? Filter.createANDFilter(filters) : Filter.createORFilter(filters));
    }

    private static Grade worst(List<Side> sides) {
        return sides.stream().map(Side::grade).max(Grade::compareTo).orElse(Grade.EXACT);
    }

    private static String reason(List<Side> sides) {
        return sides.stream()
                .max((left, right) -> left.grade.compareTo(right.grade))
                .map(Side::why)
                .orElse("");
    }
}
