package dev.ectype.tck.self;

import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.QueryRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/** Queries with one kind of their parts replaced. */
final class Rewriting {
    private Rewriting() {}

    /** Replaces conditions, the innermost first. */
    static UnaryOperator<QueryRequest> conditions(UnaryOperator<Predicate> change) {
        return query -> where(query, all(query.conjuncts(), change));
    }

    static UnaryOperator<QueryRequest> orders(UnaryOperator<Order> change) {
        return query -> new QueryRequest(
                query.source(),
                query.conjuncts(),
                query.order().stream().map(change).toList(),
                query.window());
    }

    static UnaryOperator<QueryRequest> window(UnaryOperator<Window> change) {
        return query ->
                new QueryRequest(query.source(), query.conjuncts(), query.order(), change.apply(query.window()));
    }

    static QueryRequest where(QueryRequest query, List<Predicate> conjuncts) {
        return new QueryRequest(query.source(), conjuncts, query.order(), query.window());
    }

    private static List<Predicate> all(List<Predicate> terms, UnaryOperator<Predicate> change) {
        return terms.stream().map(term -> each(term, change)).toList();
    }

    private static Predicate each(Predicate predicate, UnaryOperator<Predicate> change) {
        if (predicate instanceof Predicate.And and) {
            return change.apply(new Predicate.And(all(and.terms(), change)));
        }
        if (predicate instanceof Predicate.Or or) {
            return change.apply(new Predicate.Or(all(or.terms(), change)));
        }
        return predicate instanceof Predicate.Not not
                ? change.apply(new Predicate.Not(each(not.term(), change)))
                : change.apply(predicate);
    }
}
