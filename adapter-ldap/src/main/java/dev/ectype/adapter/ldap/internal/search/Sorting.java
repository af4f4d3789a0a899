package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.controls.SortKey;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the server is asked to sort by (RFC 2891), and whether that is the wanted order. A key names its ordering rule:
 * many attribute types have none of their own. Servers have their own place for entries without a value; where another is
 * wanted of the first key, these entries are a search of their own, before or after the others.
 *
 * @param parts the searches, in their order; one without keys if the core sorts
 * @param verdict whether this is the order
 */
record Sorting(List<Part> parts, Verdict verdict) {

    /**
     * One search of several, whose results follow each other.
     *
     * @param filter which of the entries; empty for all
     * @param keys in which order
     */
    record Part(Optional<Filter> filter, List<SortKey> keys) {
        Part among(Filter narrower) {
            return new Part(
                    Optional.of(filter.map(own -> Filter.createANDFilter(narrower, own))
                            .orElse(narrower)),
                    keys);
        }
    }

    private static final String PLACE =
            "servers have one place for entries without a value, last where the order ascends,"
                    + " and it is another one: ask for that, or for entries that have one";

    static Sorting of(Directory directory, EntryMapping mapping, QueryRequest query) {
        if (query.order().isEmpty()) {
            return new Sorting(List.of(new Part(Optional.empty(), List.of())), Verdict.exact());
        }
        if (!directory.has(Offer.SORTING)) {
            return refused("the server does not sort");
        }
        return new Keys(directory, mapping, Pinned.notNull(query.conjuncts())).sorted(query.order());
    }

    private static Sorting refused(String why) {
        return new Sorting(List.of(new Part(Optional.empty(), List.of())), Verdict.refused(why));
    }

    /** What is known of the slots that keys sort by. */
    private record Keys(Directory directory, EntryMapping mapping, Set<Integer> notNull) {

        Sorting sorted(List<Order> order) {
            for (Order key : order) {
                String why = why(key);
                if (!why.isEmpty()) {
                    return refused(why);
                }
            }
            List<Part> parts = new ArrayList<>();
            return split(order, parts) ? new Sorting(parts, Verdict.exact()) : refused(PLACE);
        }

        private String why(Order key) {
            int slot = Pinned.slotOf(key.operand());
            if (key.operand() instanceof FieldPath path
                    && mapping.column(path.slot()).isEntries()) {
                return FilterTranslator.inEntries(mapping.column(path.slot()));
            }
            if (slot < 0) {
                return "a directory sorts by attributes only";
            }
            return FilterTranslator.isInOrder(
                            mapping.column(slot), key.operand().storage())
                    ? ""
                    : "the server has no rule that sorts as this column is compared; say comparedByDirectory() of it to"
                            + " take the directory's order";
        }

        /** Adds the searches for an order; false if a key behind the first one needs nulls at another place. */
        private boolean split(List<Order> order, List<Part> parts) {
            List<SortKey> all = order.stream().map(this::key).toList();
            if (order.stream().allMatch(this::isPlaced)) {
                parts.add(new Part(Optional.empty(), all));
                return true;
            }
            List<Order> rest = order.subList(1, order.size());
            if (!rest.stream().allMatch(this::isPlaced)) {
                return false;
            }
            Filter present = Filter.createPresenceFilter(all.get(0).getAttributeName());
            Part with = new Part(Optional.of(present), all);
            Part without = new Part(Optional.of(Filter.createNOTFilter(present)), all.subList(1, all.size()));
            boolean first = order.get(0).nullsFirst();
            parts.add(first ? without : with);
            parts.add(first ? with : without);
            return true;
        }

        private SortKey key(Order order) {
            AttributeColumn column = mapping.column(Pinned.slotOf(order.operand()));
            return new SortKey(column.attribute(), column.facts().match().orderingRule(), order.descending());
        }

        private boolean isPlaced(Order order) {
            int slot = Pinned.slotOf(order.operand());
            boolean asServers = order.descending() ? directory.isOpenLdap() && order.nullsFirst() : !order.nullsFirst();
            return asServers || mapping.isAlwaysThere(slot) || notNull.contains(slot);
        }
    }
}
