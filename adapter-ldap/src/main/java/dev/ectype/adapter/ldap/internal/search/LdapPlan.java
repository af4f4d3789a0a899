package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SortKey;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterText;
import dev.ectype.adapter.ldap.internal.search.Sorting.Part;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One search, or a few whose results follow each other.
 *
 * @param mapping the source's entries
 * @param target where to look
 * @param parts which entries, in which order
 * @param window which rows of that order; all if the core takes the window
 * @param byPosition whether the server passes over the offset, by a virtual list view
 * @param rechecks conditions of which the filter finds a few entries too many, dropped as they come
 */
record LdapPlan(
        EntryMapping mapping,
        Target target,
        List<Part> parts,
        Window window,
        boolean byPosition,
        List<Predicate> rechecks)
        implements NativePlan {

    /**
     * Where to look.
     *
     * @param base the entry
     * @param scope how far below it
     * @param access what that costs
     * @param nothing whether the condition is never true, so that nobody needs to look
     */
    record Target(DN base, SearchScope scope, Access access, boolean nothing) {}

    /** Tells whether the search begins at an entry that comes and goes, and not at the one below which all live. */
    boolean mayBeGone() {
        return !target.base().equals(mapping.naming().base());
    }

    @Override
    public Access access() {
        return target.access();
    }

    @Override
    public String explain() {
        if (target.nothing()) {
            return "nothing: the condition is never true";
        }
        String searches = parts.stream().map(this::text).collect(Collectors.joining("\nthen "));
        String dropped = rechecks.isEmpty()
                ? ""
                : "\nthen drop what is not "
                        + rechecks.stream().map(Object::toString).collect(Collectors.joining(" and "));
        String part = window.isAll() ? "" : " " + window + (byPosition ? " by position" : "");
        return searches + part + dropped + below();
    }

    private String below() {
        List<String> names = mapping.children().stream()
                .map(child -> mapping.column(child.slot()).field())
                .toList();
        return names.isEmpty() ? "" : "\nthen, where they are asked for, one search a page for the entries of " + names;
    }

    private String text(Part part) {
        String text = "search base=" + baseText() + " scope="
                + target.scope().getName().toLowerCase(Locale.ROOT) + " filter="
                + part.filter().map(FilterText::of).orElse("");
        return part.keys().isEmpty()
                ? text
                : text + " sort=" + part.keys().stream().map(LdapPlan::sortText).collect(Collectors.joining(","));
    }

    private static String sortText(SortKey key) {
        return (key.reverseOrder() ? "-" : "") + key.getAttributeName() + ":" + key.getMatchingRuleID();
    }

    /** A base that was made from a key shows its attributes and not their values. */
    private String baseText() {
        RDN first = target.base().getRDN();
        if (!target.scope().equals(SearchScope.BASE) || first == null) {
            return target.base().toString();
        }
        String names = Arrays.stream(first.getAttributeNames())
                .map(name -> name + "=?")
                .collect(Collectors.joining("+"));
        return mapping.naming().keyIsName() ? "?" : names + "," + target.base().getParentString();
    }
}
