package dev.ectype.tck.self;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Compare;
import dev.ectype.query.ir.Predicate.In;
import dev.ectype.query.ir.Predicate.Text;
import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Adapters that get the meaning of a query wrong. */
final class QueryMutants {
    private QueryMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.asking("drops a conjunct", "P2 all conjuncts", "Planning", QueryMutants::withoutLast),
                Mutant.asking("finds rows by key and forgets the rest", "P2 a key", "Planning", QueryMutants::keyAlone),
                Mutant.asking(
                        "finds rows by a key of two fields and forgets the rest",
                        "P2 nor does",
                        "Planning",
                        QueryMutants::twoFieldsAlone),
                meaning("ands what is joined by or", "L7", "Reasoning", QueryMutants::orAsAnd),
                meaning("takes null for a value that differs", "L1", "Reasoning", QueryMutants::nullDiffers),
                meaning("negates unknown to true", "L1", "Reasoning", QueryMutants::unknownNegated),
                meaning("reads in () as no condition", "L3", "Reasoning", QueryMutants::emptyInAsTrue),
                meaning("compares texts without case", "C8", "Comparing", QueryMutants::ignoringCase),
                meaning("takes less for less or equal", "C1", "Comparing", QueryMutants::lessAsLessOrEqual),
                meaning("tells case where it is to be ignored", "T4", "MatchingText", QueryMutants::tellingCase),
                meaning("takes a wildcard for itself", "T2", "MatchingText", QueryMutants::likeAsContains),
                meaning("says exact of what it only narrows", "T1", "MatchingText", QueryMutants::startsAsContains),
                meaning("asks any element for each condition apart", "A3", "SearchingLists", QueryMutants::apart),
                meaning("asks any record for each condition apart", "A4", "SearchingLists", QueryMutants::apart),
                Mutant.asking(
                        "takes a map for an operator",
                        "H4",
                        "Resisting",
                        Rewriting.conditions(QueryMutants::mapAsOperator)),
                ordering("ignores where nulls are to stand", "O2", QueryMutants::usualNulls),
                ordering("ignores a descending order", "O1", QueryMutants::ascending),
                Mutant.asking("ignores the order", "O3", "Ordering", QueryMutants::unordered),
                window("ignores the offset", "W1", window -> window.withOffset(0)),
                window("takes the limit before the offset", "W1", QueryMutants::limitFirst),
                window("starts again on every page", "W3", QueryMutants::fromTheStart),
                Mutant.of("sorts texts by UTF-16 units", "C4", "Comparing", Utf16Order::new));
    }

    private static Mutant meaning(String fault, String rule, String topic, UnaryOperator<Predicate> change) {
        return Mutant.asking(fault, rule, topic, Rewriting.conditions(change));
    }

    private static Mutant ordering(String fault, String rule, UnaryOperator<Order> change) {
        return Mutant.asking(fault, rule, "Ordering", Rewriting.orders(change));
    }

    private static Mutant window(String fault, String rule, UnaryOperator<Window> change) {
        return Mutant.asking(fault, rule, "Ordering", Rewriting.window(change));
    }

    private static QueryRequest withoutLast(QueryRequest query) {
        int size = query.conjuncts().size();
        return size < 2 ? query : Rewriting.where(query, query.conjuncts().subList(0, size - 1));
    }

    private static QueryRequest keyAlone(QueryRequest query) {
        return query.askedKeys().isEmpty()
                ? query
                : Rewriting.where(query, query.conjuncts().subList(0, 1));
    }

    private static QueryRequest twoFieldsAlone(QueryRequest query) {
        boolean isOfTwo = query.source().key().size() == 2;
        return isOfTwo && query.conjuncts().size() > 2
                ? Rewriting.where(query, query.conjuncts().subList(0, 2))
                : query;
    }

    private static Predicate orAsAnd(Predicate predicate) {
        return predicate instanceof Predicate.Or or ? new Predicate.And(or.terms()) : predicate;
    }

    private static Predicate nullDiffers(Predicate predicate) {
        return predicate instanceof Compare compare && compare.comparison() == Comparison.NE
                ? new Predicate.Or(List.of(compare, new Predicate.IsNull(compare.left())))
                : predicate;
    }

    private static Predicate unknownNegated(Predicate predicate) {
        return predicate instanceof Predicate.Not not && not.term() instanceof Compare compare
                ? new Predicate.Or(List.of(not, new Predicate.IsNull(compare.left())))
                : predicate;
    }

    private static Predicate emptyInAsTrue(Predicate predicate) {
        return predicate instanceof In in && in.values().isEmpty() ? new Predicate.Constant(true) : predicate;
    }

    private static Predicate ignoringCase(Predicate predicate) {
        if (predicate instanceof Compare compare
                && compare.comparison() == Comparison.EQ
                && compare.left().storage() == Scalar.TEXT) {
            return new Compare(lower(compare.left()), Comparison.EQ, lower(compare.right()));
        }
        return predicate;
    }

    private static Operand lower(Operand operand) {
        return new Operand.Call(Function.LOWER, List.of(operand), Scalar.TEXT);
    }

    private static Predicate lessAsLessOrEqual(Predicate predicate) {
        return predicate instanceof Compare compare && compare.comparison() == Comparison.LT
                ? new Compare(compare.left(), Comparison.LE, compare.right())
                : predicate;
    }

    private static Predicate tellingCase(Predicate predicate) {
        return predicate instanceof Text text
                ? new Text(text.operand(), text.match(), text.pattern(), false)
                : predicate;
    }

    private static Predicate likeAsContains(Predicate predicate) {
        return matching(predicate, Match.LIKE, Match.CONTAINS);
    }

    private static Predicate startsAsContains(Predicate predicate) {
        return matching(predicate, Match.STARTS_WITH, Match.CONTAINS);
    }

    private static Predicate matching(Predicate predicate, Match asked, Match done) {
        return predicate instanceof Text text && text.match() == asked
                ? new Text(text.operand(), done, text.pattern(), text.ignoreCase())
                : predicate;
    }

    private static Predicate apart(Predicate predicate) {
        return predicate instanceof Predicate.AnyElement any && any.condition() instanceof Predicate.And and
                ? new Predicate.And(and.terms().stream()
                        .<Predicate>map(term -> new Predicate.AnyElement(any.list(), term))
                        .toList())
                : predicate;
    }

    private static Predicate mapAsOperator(Predicate predicate) {
        return predicate instanceof Compare compare
                        && compare.right() instanceof Value value
                        && value.value() instanceof Map<?, ?> map
                        && map.containsKey("$ne")
                ? new Predicate.Not(new Predicate.IsNull(compare.left()))
                : predicate;
    }

    private static Order usualNulls(Order order) {
        return new Order(order.operand(), order.descending(), !order.descending());
    }

    private static Order ascending(Order order) {
        return new Order(order.operand(), false, order.nullsFirst());
    }

    private static QueryRequest unordered(QueryRequest query) {
        return new QueryRequest(query.source(), query.conjuncts(), List.of(), query.window());
    }

    private static Window limitFirst(Window window) {
        long limit = window.limit().orElse(Long.MAX_VALUE);
        return limit == Long.MAX_VALUE ? window : window.withLimit(Math.max(0, limit - window.offset()));
    }

    private static Window fromTheStart(Window window) {
        return new Window(
                Optional.empty(),
                window.offset(),
                OptionalLong.of(window.limit().orElse(Long.MAX_VALUE)));
    }
}
