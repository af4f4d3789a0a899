package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Filters as text with a placeholder for every value but the object classes of the source. */
public final class FilterText {
    private FilterText() {}

    /** Returns the text. */
    public static String of(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> "(&" + parts(filter) + ")";
            case Filter.FILTER_TYPE_OR -> "(|" + parts(filter) + ")";
            case Filter.FILTER_TYPE_NOT -> "(!" + of(filter.getNOTComponent()) + ")";
            case Filter.FILTER_TYPE_SUBSTRING -> "(" + filter.getAttributeName() + "=" + substring(filter) + ")";
            default -> "(" + simple(filter) + ")";
        };
    }

    private static String parts(Filter filter) {
        return Arrays.stream(filter.getComponents()).map(FilterText::of).collect(Collectors.joining());
    }

    private static String simple(Filter filter) {
        String name = String.valueOf(filter.getAttributeName());
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_EQUALITY ->
                name + "=" + (name.equalsIgnoreCase("objectClass") ? filter.getAssertionValue() : "?");
            case Filter.FILTER_TYPE_PRESENCE -> name + "=*";
            case Filter.FILTER_TYPE_GREATER_OR_EQUAL -> name + ">=?";
            case Filter.FILTER_TYPE_LESS_OR_EQUAL -> name + "<=?";
            case Filter.FILTER_TYPE_APPROXIMATE_MATCH -> name + "~=?";
            default -> name + ":" + filter.getMatchingRuleID() + ":=?";
        };
    }

    private static String substring(Filter filter) {
        StringBuilder text = new StringBuilder(filter.getRawSubInitialValue() == null ? "*" : "?*");
        Arrays.stream(filter.getSubAnyStrings()).forEach(part -> text.append("?*"));
        return text.append(filter.getRawSubFinalValue() == null ? "" : "?").toString();
    }
}
