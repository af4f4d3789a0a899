package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Whole quotients and remainders, compared with constants. A quotient is not cut off but held against bounds: it is two if the
 * exact one is at least two and less than three. The remainder of a field is a test of the server's own.
 */
final class WholeNumbers {
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(20);

    private WholeNumbers() {}

    static BsonDocument compare(Scope scope, Operand.Call call, Comparison comparison, Value value) {
        BigDecimal number = Numbers.exact((Number) value.value()).min(BEYOND).max(BEYOND.negate());
        return call.function() == Function.MODULO
                ? remainder(scope, call, comparison, number)
                : quotient(scope, call, comparison, number);
    }

    private static BsonDocument quotient(Scope scope, Operand.Call call, Comparison comparison, BigDecimal number) {
        BsonValue exact = new Expressions(scope).presence(call);
        BigDecimal floor = number.setScale(0, RoundingMode.FLOOR);
        BigDecimal ceiling = number.setScale(0, RoundingMode.CEILING);
        BigDecimal less = ceiling.subtract(BigDecimal.ONE);
        BigDecimal greater = floor.add(BigDecimal.ONE);
        return switch (comparison) {
            case EQ -> Docs.and(atLeast(scope, exact, ceiling), atMost(scope, exact, floor));
            case NE -> Docs.or(atMost(scope, exact, less), atLeast(scope, exact, greater));
            case LT -> atMost(scope, exact, less);
            case LE -> atMost(scope, exact, floor);
            case GT -> atLeast(scope, exact, greater);
            case GE -> atLeast(scope, exact, ceiling);
        };
    }

    private static BsonDocument atMost(Scope scope, BsonValue exact, BigDecimal whole) {
        BsonValue bound = whole.signum() < 0
                ? doc("$lte", array(exact, constant(whole)))
                : doc("$lt", array(exact, constant(whole.add(BigDecimal.ONE))));
        return Computed.filter(scope, doc("$and", array(Expressions.hasValue(exact), bound)));
    }

    /** Null is less than every number, so that this needs no other test of it. */
    private static BsonDocument atLeast(Scope scope, BsonValue exact, BigDecimal whole) {
        BsonDocument bound = whole.signum() > 0
                ? doc("$gte", array(exact, constant(whole)))
                : doc("$gt", array(exact, constant(whole.subtract(BigDecimal.ONE))));
        return Computed.filter(scope, bound);
    }

    private static BsonValue constant(BigDecimal whole) {
        return doc("$literal", new BsonDecimal128(new Decimal128(whole)));
    }

    private static BsonDocument remainder(Scope scope, Operand.Call call, Comparison comparison, BigDecimal number) {
        if (!(call.arguments().get(0) instanceof FieldPath path)
                || path.steps().isEmpty()
                || Scope.hasPosition(path)
                || !(call.arguments().get(1) instanceof Value divisor)
                || Operators.isOrder(comparison)) {
            throw new Untranslatable(
                    "a remainder is only that of a field by a constant, and equal or not to a constant");
        }
        BigDecimal size = Numbers.exact((Number) divisor.value()).abs();
        if (size.signum() == 0) {
            return Docs.never();
        }
        return remainder(scope, path, comparison == Comparison.EQ, size, number);
    }

    /** The sign of a divisor does not matter, and that of the remainder is the dividend's. */
    private static BsonDocument remainder(
            Scope scope, FieldPath path, boolean wanted, BigDecimal divisor, BigDecimal number) {
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        if (whole.compareTo(number) != 0 || whole.abs().compareTo(divisor) >= 0) {
            return wanted ? Docs.never() : FieldFilters.isNotNull(scope, path);
        }
        BsonDocument same = doc("$mod", array(whole(divisor), whole(whole)));
        return doc(scope.path(path), wanted ? same : doc("$not", same).append("$ne", Docs.nothing()));
    }

    private static BsonValue whole(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new Untranslatable("a divisor is no long integer without its sign");
        }
        return Numbers.whole(number.longValueExact());
    }
}
