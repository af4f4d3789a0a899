package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Order;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The order in which a Query gives the items of one partition. */
final class KeyOrder {
    static final String ADVICE = "declare an index that ends in the fields of the order";
    private static final String SEVERAL =
            "DynamoDB orders the rows of one partition by their sort key, and several partitions are asked";
    private static final String OTHER =
            "DynamoDB orders the rows of one partition by their sort key, all fields one way, and nothing else: "
                    + ADVICE;
    private final TableIndex index;
    private final Set<Integer> fixed;
    private final int partitions;

    KeyOrder(TableIndex index, Set<Integer> fixed, int partitions) {
        this.index = index;
        this.fixed = fixed;
        this.partitions = partitions;
    }

    /** Returns the keys of the order that make a difference: not those that have one value in all rows. */
    private List<Order> open(List<Order> order) {
        List<Order> open = new ArrayList<>();
        for (Order key : order) {
            if (!(isSlot(key) && fixed.contains(slot(key)))) {
                open.add(key);
            }
        }
        return open;
    }

    private static boolean isSlot(Order key) {
        return key.operand() instanceof FieldPath path && path.isTopLevel();
    }

    private static int slot(Order key) {
        return ((FieldPath) key.operand()).slot();
    }

    Verdict verdict(List<Order> order) {
        List<Order> open = open(order);
        if (open.isEmpty()) {
            return Verdict.exact();
        }
        if (partitions > 1) {
            return Verdict.refused(SEVERAL);
        }
        return isAlongSortKey(open) ? Verdict.exact() : Verdict.refused(OTHER);
    }

    private boolean isAlongSortKey(List<Order> open) {
        List<Integer> sort =
                index.sort().stream().filter(slot -> !fixed.contains(slot)).toList();
        boolean one =
                open.stream().allMatch(key -> key.descending() == open.get(0).descending());
        int compared = Math.min(sort.size(), open.size());
        for (int i = 0; i < compared; i++) {
            if (!isSlot(open.get(i)) || slot(open.get(i)) != sort.get(i)) {
                return false;
            }
        }
        return one && (open.size() <= sort.size() || isUnique(compared, sort));
    }

    /** In the table itself no two rows have the same sort key, so that further keys of an order change nothing. */
    private boolean isUnique(int compared, List<Integer> sort) {
        return index.isTable() && compared == sort.size() && fixed.containsAll(index.partition());
    }

    boolean isForward(List<Order> order) {
        List<Order> open = open(order);
        return open.isEmpty() || !open.get(0).descending();
    }
}
