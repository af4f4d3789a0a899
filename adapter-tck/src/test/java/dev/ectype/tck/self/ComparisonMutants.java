package dev.ectype.tck.self;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Adapters that compare, combine or cut a little wrongly. */
final class ComparisonMutants {
    private static final Predicate NEVER = new Predicate.Constant(false);

    private ComparisonMutants() {}

    static List<Mutant> all() {
        return List.of(
                meaning("takes the lower bound into a range", "C2", "Comparing", ComparisonMutants::fromBound),
                meaning("looks for the first of a list", "C3", "Comparing", ComparisonMutants::firstOfList),
                meaning("compares numbers of other kinds as floats", "C5", "Comparing", ComparisonMutants::asFloat),
                values("compares decimals by their digits", "C6", "Comparing", ComparisonMutants::hasTrailingZero),
                values("tells minus zero from zero", "C7", "Comparing", value -> value.equals(-0.0)),
                meaning("takes unknown or true for unknown", "L2", "Reasoning", ComparisonMutants::unknownOr),
                Mutant.asking("mixes the values of lists", "L4", "Reasoning", ComparisonMutants::sameList),
                meaning("takes a text without wildcards for a part", "T3", "MatchingText", ComparisonMutants::part),
                meaning("ignores case unasked", "T5", "MatchingText", ComparisonMutants::ignoringCase),
                Mutant.asking(
                        "sorts keys upwards only", "O4", "Ordering", Rewriting.orders(ComparisonMutants::keyUpwards)),
                Mutant.asking(
                        "sorts by what a function is of",
                        "F5",
                        "Computing",
                        Rewriting.orders(ComparisonMutants::plain)),
                Mutant.asking("gives a row too few without an order", "W2", "Ordering", ComparisonMutants::oneFewer),
                Mutant.asking("goes on as if nulls stood as usual", "W4", "Ordering", ComparisonMutants::usualPlace),
                Mutant.asking(
                        "forgets an offset behind a place",
                        "W5",
                        "Ordering",
                        Rewriting.window(ComparisonMutants::here)),
                values("reads a star in a value as all there is", "H1", "Resisting", value -> has(value, "*")),
                meaning("lets a quote end a text", "H2", "Resisting", ComparisonMutants::quoted),
                meaning("takes a key with a dollar for an operator", "H3", "Resisting", ComparisonMutants::operator));
    }

    private static Mutant meaning(String fault, String rule, String topic, UnaryOperator<Predicate> change) {
        return Mutant.asking(fault, rule, topic, Rewriting.conditions(change));
    }

    /** Finds nothing that equals certain values. */
    private static Mutant values(String fault, String rule, String topic, java.util.function.Predicate<Object> missed) {
        return meaning(
                fault,
                rule,
                topic,
                predicate -> predicate instanceof Compare compare
                                && compare.comparison() == Comparison.EQ
                                && compare.right() instanceof Value value
                                && missed.test(value.value())
                        ? NEVER
                        : predicate);
    }

    private static boolean has(Object value, String part) {
        return value instanceof String text && text.contains(part);
    }

    private static boolean hasTrailingZero(Object value) {
        return value instanceof BigDecimal decimal
                && decimal.scale() != decimal.stripTrailingZeros().scale();
    }

    private static Predicate fromBound(Predicate predicate) {
        return predicate instanceof Compare compare && compare.comparison() == Comparison.GT
                ? new Compare(compare.left(), Comparison.GE, compare.right())
                : predicate;
    }

    private static Predicate firstOfList(Predicate predicate) {
        return predicate instanceof In in && in.values().size() > 1
                ? new In(in.operand(), in.values().subList(0, 1))
                : predicate;
    }

    private static Predicate asFloat(Predicate predicate) {
        if (predicate instanceof Compare compare
                && compare.right() instanceof Value value
                && value.value() instanceof Number number
                && value.storage() != compare.left().storage()) {
            Value rounded = new Value(number.doubleValue(), Scalar.FLOAT64, false);
            return new Compare(compare.left(), compare.comparison(), rounded);
        }
        return predicate;
    }

    private static Predicate unknownOr(Predicate predicate) {
        if (!(predicate instanceof Predicate.Or or)) {
            return predicate;
        }
        List<Predicate> known = new ArrayList<>(List.of(predicate));
        or.terms().stream()
                .filter(Compare.class::isInstance)
                .map(term -> new Predicate.IsNull(((Compare) term).left()))
                .forEach(isNull -> known.add(new Predicate.Not(isNull)));
        return new Predicate.And(known);
    }

    private static QueryRequest sameList(QueryRequest query) {
        List<In> lists = query.conjuncts().stream()
                .filter(In.class::isInstance)
                .map(In.class::cast)
                .toList();
        return Rewriting.where(
                query,
                query.conjuncts().stream()
                        .map(conjunct -> conjunct instanceof In in
                                ? new In(in.operand(), lists.get(0).values())
                                : conjunct)
                        .toList());
    }

    private static Predicate part(Predicate predicate) {
        return predicate instanceof Text text
                        && text.match() == Match.LIKE
                        && !has(text.pattern().value(), "%")
                ? new Text(text.operand(), Match.CONTAINS, text.pattern(), text.ignoreCase())
                : predicate;
    }

    private static Predicate ignoringCase(Predicate predicate) {
        return predicate instanceof Text text
                ? new Text(text.operand(), text.match(), text.pattern(), true)
                : predicate;
    }

    private static Order keyUpwards(Order order) {
        boolean isKey = order.operand() instanceof FieldPath path && path.isTopLevel() && path.slot() == 0;
        return isKey ? new Order(order.operand(), false, order.nullsFirst()) : order;
    }

    private static Order plain(Order order) {
        Operand operand =
                order.operand() instanceof Operand.Call call ? call.arguments().get(0) : order.operand();
        return new Order(operand, order.descending(), order.nullsFirst());
    }

    private static QueryRequest oneFewer(QueryRequest query) {
        boolean isCut = query.order().isEmpty() && query.window().limit().orElse(0) > 0;
        return isCut
                ? Rewriting.window(window -> window.withLimit(window.limit().getAsLong() - 1))
                        .apply(query)
                : query;
    }

    private static QueryRequest usualPlace(QueryRequest query) {
        return query.window().after().isEmpty()
                ? query
                : Rewriting.orders(order -> new Order(order.operand(), order.descending(), !order.descending()))
                        .apply(query);
    }

    private static Window here(Window window) {
        return window.after().isEmpty() ? window : new Window(window.after(), 0, OptionalLong.empty());
    }

    private static Predicate quoted(Predicate predicate) {
        return predicate instanceof Compare compare && compare.right() instanceof Value value && has(value.value(), "'")
                ? new Predicate.Constant(true)
                : predicate;
    }

    private static Predicate operator(Predicate predicate) {
        return predicate instanceof Compare compare
                        && compare.left() instanceof FieldPath path
                        && path.steps().stream()
                                .anyMatch(step -> step instanceof FieldPath.Key key
                                        && key.key().startsWith("$"))
                ? NEVER
                : predicate;
    }
}
