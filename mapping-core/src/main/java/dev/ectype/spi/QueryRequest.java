package dev.ectype.spi;

import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import java.util.List;

/**
 * A query of one source.
 *
 * @param source the source
 * @param conjuncts the conditions that must all be true; none of them is an {@link Predicate.And}
 * @param order the keys of the order, most significant first; empty for any order
 * @param window which of the ordered rows are wanted
 */
public record QueryRequest(Source source, List<Predicate> conjuncts, List<Order> order, Window window) {
    /** Copies the lists. */
    public QueryRequest {
        conjuncts = List.copyOf(conjuncts);
        order = List.copyOf(order);
    }

    /**
     * Returns the complete primary keys that the conjuncts ask for, each once; empty unless they give values to every slot
     * of the key. The rows of these keys need not meet the other conjuncts, and a conjunct below an {@code or} gives none.
     */
    public List<List<Object>> askedKeys() {
        return AskedKeys.of(this);
    }
}
