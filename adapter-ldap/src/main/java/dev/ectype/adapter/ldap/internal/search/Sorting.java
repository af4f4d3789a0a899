package dev.ectype.adapter.ldap.internal.search;

import com.unboundid.ldap.sdk.controls.SortKey;
import dev.ectype.adapter.ldap.connection.LdapCapabilities.Offer;
import dev.ectype.adapter.ldap.internal.entry.AttributeColumn;
import dev.ectype.adapter.ldap.internal.entry.EntryMapping;
import dev.ectype.adapter.ldap.internal.filter.FilterTranslator;
import dev.ectype.adapter.ldap.internal.server.Directory;
import dev.ectype.query.ir.Order;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the server is asked to sort by (RFC 2891), and whether that is the wanted order. A key names its ordering rule:
 * many attribute types have none of their own.
 *
 * @param keys the keys; empty if the core sorts
 * @param verdict whether this is the order
 */
record Sorting(List<SortKey> keys, Verdict verdict) {

    static Sorting of(Directory directory, EntryMapping mapping, QueryRequest query) {
        List<SortKey> keys = new ArrayList<>();
        Set<Integer> notNull = Pinned.notNull(query.conjuncts());
        for (Order order : query.order()) {
            int slot = Pinned.slotOf(order.operand());
            String why = slot < 0 ? "a directory sorts by attributes only" : why(mapping, slot, order, notNull);
            if (!directory.has(Offer.SORTING)) {
                why = "the server does not sort";
            }
            if (!why.isEmpty()) {
                return new Sorting(List.of(), Verdict.refused(why));
            }
            AttributeColumn column = mapping.column(slot);
            keys.add(new SortKey(column.attribute(), column.facts().match().orderingRule(), order.descending()));
        }
        return new Sorting(keys, Verdict.exact());
    }

    private static String why(EntryMapping mapping, int slot, Order order, Set<Integer> notNull) {
        if (!FilterTranslator.isInOrder(mapping.column(slot), order.operand().storage())) {
            return "the server has no rule that sorts as this column is compared; say comparedByDirectory() of it to"
                    + " take the directory's order";
        }
        boolean nullsAreLast = !order.descending() && !order.nullsFirst();
        return nullsAreLast || mapping.isAlwaysThere(slot) || notNull.contains(slot)
                ? ""
                : "servers put entries without a value last; ask for nulls last, ascending, or for entries that have one";
    }
}
