package dev.ectype.tck.profile;

import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a part of a query asks of a store.
 *
 * @param capabilities the capabilities that it takes
 * @param nodes the nodes that it is made of: predicates, operands, orders, windows
 */
public record Needs(Set<Capability> capabilities, List<Object> nodes) {
    /** Copies the collections. */
    public Needs {
        capabilities = Set.copyOf(capabilities);
        nodes = List.copyOf(nodes);
    }

    /** Returns what a condition needs. */
    public static Needs of(Predicate predicate) {
        NeedsVisitor visitor = new NeedsVisitor();
        visitor.condition(predicate);
        return visitor.needs();
    }

    /** Returns what an order needs. */
    public static Needs of(List<Order> order) {
        NeedsVisitor visitor = new NeedsVisitor();
        order.forEach(visitor::order);
        return visitor.needs();
    }

    /** Returns what a window needs. */
    public static Needs of(Window window) {
        Set<Capability> needed = EnumSet.noneOf(Capability.class);
        if (window.limit().isPresent()) {
            needed.add(Capability.LIMIT);
        }
        if (window.offset() > 0) {
            needed.add(Capability.OFFSET);
        }
        if (window.after().isPresent()) {
            needed.add(Capability.KEYSET);
        }
        return new Needs(needed, List.of(window));
    }
}
