package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
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
        return joined(sides, EVERYTHING, NOTHING);
    }

    /** Returns what one of the sides finds. */
    static Side any(List<Side> sides) {
        return joined(sides, NOTHING, EVERYTHING);
    }

    /**
     * Joins sides; a loop, since every query comes by here.
     *
     * @param neutral the side that says nothing more in this connection
     * @param deciding the side beside which no other matters
     */
    private static Side joined(List<Side> sides, Side neutral, Side deciding) {
        List<Filter> filters = new ArrayList<>(sides.size());
        Grade worst = Grade.EXACT;
        String why = "";
        boolean isUnknown = false;
        for (Side side : sides) {
            if (side.equals(deciding)) {
                return deciding;
            }
            if (!side.equals(neutral)) {
                side.filter.ifPresent(filters::add);
                isUnknown |= side.filter.isEmpty() && deciding.isEverything();
                why = side.grade.compareTo(worst) > 0 ? side.why : why;
                worst = side.grade.compareTo(worst) > 0 ? side.grade : worst;
            }
        }
        if (isUnknown) {
            return unknown(why);
        }
        if (filters.isEmpty()) {
            return worst == Grade.EXACT ? neutral : unknown(why);
        }
        return new Side(Optional.of(joined(filters, deciding.isNothing())), worst, why);
    }

    private static Filter joined(List<Filter> filters, boolean all) {
        if (filters.size() == 1) {
            return filters.get(0);
        }
        return all ? Filter.createANDFilter(filters) : Filter.createORFilter(filters);
    }
}
