package dev.ectype.plan;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.QueryRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says a place in an order as a condition, for stores that cannot begin behind a row. */
final class Places {
    private Places() {}

    /** Returns the same query with its place as the last conjuncts. */
    static QueryRequest asCondition(QueryRequest request) {
        Window window = request.window();
        List<Predicate> conjuncts = new ArrayList<>(request.conjuncts());
        window.after().ifPresent(place -> conjuncts.addAll(behind(request.order(), place.values())));
        Window rest = new Window(Optional.empty(), window.offset(), window.limit());
        return new QueryRequest(request.source(), conjuncts, request.order(), rest);
    }

    /**
     * Returns the conditions of the rows behind a place: a row is behind if it is in the first key in which it differs. The
     * first key alone is a condition of its own where it can be, since only that leads a store to an index.
     */
    private static List<Predicate> behind(List<Order> order, List<@Nullable Object> place) {
        List<Predicate> alternatives = new ArrayList<>();
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Order key = order.get(i);
            Object value = place.get(i);
            List<Predicate> terms = new ArrayList<>(equal);
            behind(key, value).ifPresent(term -> {
                terms.add(term);
                alternatives.add(terms.size() == 1 ? term : new Predicate.And(terms));
            });
            equal.add(same(key, value));
        }
        List<Predicate> conjuncts = new ArrayList<>();
        if (order.size() > 1 && place.get(0) != null && order.get(0).nullsFirst()) {
            conjuncts.add(compare(
                    order.get(0), strict(order.get(0)) == Comparison.LT ? Comparison.LE : Comparison.GE, place.get(0)));
        }
        conjuncts.add(alternatives.size() == 1 ? alternatives.get(0) : new Predicate.Or(alternatives));
        return conjuncts;
    }

    /** Returns the condition of the rows behind a value in one key; empty if nothing is. */
    private static Optional<Predicate> behind(Order key, @Nullable Object value) {
        if (value == null) {
            return key.nullsFirst()
                    ? Optional.of(new Predicate.Not(new Predicate.IsNull(key.operand())))
                    : Optional.empty();
        }
        Predicate further = compare(key, strict(key), value);
        return Optional.of(
                key.nullsFirst() ? further : new Predicate.Or(List.of(further, new Predicate.IsNull(key.operand()))));
    }

    private static Comparison strict(Order key) {
        return key.descending() ? Comparison.LT : Comparison.GT;
    }

    private static Predicate same(Order key, @Nullable Object value) {
        return value == null ? new Predicate.IsNull(key.operand()) : compare(key, Comparison.EQ, value);
    }

    private static Predicate compare(Order key, Comparison comparison, Object value) {
        Operand operand = key.operand();
        return new Predicate.Compare(operand, comparison, new Value(value, operand.storage(), true));
    }
}
