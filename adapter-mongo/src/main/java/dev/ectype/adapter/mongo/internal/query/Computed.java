package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Comparisons of fields with fields and with functions of them, as expressions: each side that may be null is required
 * to have a value, since an expression compares whatever there is.
 */
final class Computed {
    private Computed() {}

    static BsonDocument compare(Scope scope, Predicate.Compare compare) {
        if (compare.left() instanceof Operand.Call call && compare.right() instanceof Value value && isCase(call)) {
            return CaseFilters.compare(scope, call, compare.comparison(), value);
        }
        if (compare.left() instanceof Operand.Call call
                && compare.right() instanceof Value value
                && value.value() instanceof Number
                && Arithmetic.isOfWholeNumbers(call)) {
            return WholeNumbers.compare(scope, call, compare.comparison(), value);
        }
        requireComparable(compare);
        Expressions expressions = new Expressions(scope);
        if (expressions.isOpaque(compare.left()) != expressions.isOpaque(compare.right())) {
            throw new Untranslatable(
                    "one side is stored as an object id and the other as a text, which are never equal");
        }
        return filter(scope, expression(expressions, compare));
    }

    /** Returns the filter that an expression is; inside a condition on elements there is none. */
    static BsonDocument filter(Scope scope, BsonDocument expression) {
        if (scope.isOfElements()) {
            throw new Untranslatable("a condition on elements can only compare their fields with constants");
        }
        return doc("$expr", expression);
    }

    /** Returns the expression that is true where the comparison is. */
    static BsonDocument expression(Expressions expressions, Predicate.Compare compare) {
        List<BsonValue> terms = new ArrayList<>();
        BsonValue left = expressions.of(compare.left());
        BsonValue right = expressions.of(compare.right());
        addGuard(terms, compare.left(), left);
        addGuard(terms, compare.right(), right);
        if (Kind.of(compare.left().storage()) == kindOf(compare.right())) {
            terms.add(doc(operator(compare.comparison()), array(left, right)));
        } else if (compare.comparison() != Comparison.NE) {
            terms.add(doc("$literal", BsonBoolean.FALSE));
        }
        return doc("$and", new BsonArray(terms));
    }

    private static boolean isCase(Operand.Call call) {
        return call.function() == Operand.Function.LOWER || call.function() == Operand.Function.UPPER;
    }

    private static void addGuard(List<BsonValue> terms, Operand operand, BsonValue expression) {
        if (!(operand instanceof Value)) {
            terms.add(Expressions.hasValue(expression));
        }
    }

    private static void requireComparable(Predicate.Compare compare) {
        requireComparable(compare.left(), compare.comparison());
        requireComparable(compare.right(), compare.comparison());
    }

    static void requireComparable(Operand operand, Comparison comparison) {
        Kind kind = kindOf(operand);
        if (kind == Kind.LIST && operand.storage() instanceof Storage.ListOf list) {
            FieldFilters.requireScalars(list.element());
        } else if (kind.hasParts() || kind == Kind.ANY) {
            throw new Untranslatable("an expression compares " + kind + " values by the order of their parts");
        }
        if (Operators.isOrder(comparison) && !kind.isSorted()) {
            throw new Untranslatable("the store does not sort " + kind + " values as they are compared here");
        }
    }

    private static Kind kindOf(Operand operand) {
        return operand instanceof Value value ? Kind.of(value.value()) : Kind.of(operand.storage());
    }

    static String operator(Comparison comparison) {
        return switch (comparison) {
            case EQ -> "$eq";
            case NE -> "$ne";
            case LT -> "$lt";
            case LE -> "$lte";
            case GT -> "$gt";
            case GE -> "$gte";
        };
    }

    static BsonDocument isNull(Scope scope, Operand operand, boolean wanted) {
        BsonValue value = new Expressions(scope).presence(operand);
        return filter(scope, doc(wanted ? "$lte" : "$gt", array(value, Docs.nothing())));
    }

    /** Returns the alternatives as comparisons, which is what they mean. */
    static Predicate spelledOut(Predicate.In in) {
        List<Predicate> alternatives = new ArrayList<>();
        for (Value value : in.values()) {
            alternatives.add(new Predicate.Compare(in.operand(), Comparison.EQ, value));
        }
        return new Predicate.Or(alternatives);
    }
}
