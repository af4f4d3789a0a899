package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.nothing;
import static dev.ectype.adapter.mongo.internal.query.Docs.number;

import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Arithmetic, where the server's is that of the reference evaluator. Long integers are computed with as decimals, since
 * they would overflow into floating point; a result that does not exist is null.
 */
final class Arithmetic {
    private static final BsonDecimal128 ZERO = new BsonDecimal128(Decimal128.POSITIVE_ZERO);

    private Arithmetic() {}

    static BsonValue of(Operand.Call call, List<BsonValue> arguments) {
        Scalar kind = kind(call);
        BsonValue left = call.function() == Function.NEGATE ? number(0) : arguments.get(0);
        BsonValue right = arguments.get(arguments.size() - 1);
        BsonValue wide = kind == Scalar.INT64 ? doc("$add", array(left, ZERO)) : left;
        return switch (call.function()) {
            case ADD -> finite(kind, doc("$add", array(wide, right)));
            case SUBTRACT, NEGATE -> finite(kind, doc("$subtract", array(wide, right)));
            case MULTIPLY -> finite(kind, doc("$multiply", array(left, right)));
            case DIVIDE -> quotient(kind, doc("$divide", array(wide, unlessZero(right))));
            case MODULO -> doc("$mod", array(left, unlessZero(right)));
            default -> throw new Untranslatable("the store has no " + call.function());
        };
    }

    /** Returns the kind in which the server computes; both arguments fit it. */
    private static Scalar kind(Operand.Call call) {
        List<Storage> kinds = call.arguments().stream().map(Operand::storage).toList();
        boolean whole = kinds.stream().allMatch(kind -> kind == Scalar.INT32 || kind == Scalar.INT64);
        boolean decimal = kinds.contains(Scalar.DECIMAL);
        boolean exact = kinds.stream().noneMatch(kind -> kind == Scalar.INTEGER || kind == Scalar.ANY);
        boolean longProduct = call.function() == Function.MULTIPLY && whole && kinds.contains(Scalar.INT64);
        if (!exact || longProduct || (decimal && kinds.contains(Scalar.FLOAT64))) {
            throw new Untranslatable("the server does not compute " + call.function() + " of " + kinds + " exactly");
        }
        if (whole) {
            return kinds.contains(Scalar.INT64) ? Scalar.INT64 : Scalar.INT32;
        }
        return decimal ? Scalar.DECIMAL : Scalar.FLOAT64;
    }

    private static BsonValue quotient(Scalar kind, BsonValue quotient) {
        return kind == Scalar.INT32 || kind == Scalar.INT64 ? doc("$trunc", quotient) : finite(kind, quotient);
    }

    // A server may compute both branches, so the divisor is never zero in either.
    private static BsonValue unlessZero(BsonValue divisor) {
        BsonValue isZero = doc("$eq", array(divisor, number(0)));
        return doc("$cond", new BsonArray(List.of(isZero, nothing(), divisor)));
    }

    private static BsonValue finite(Scalar kind, BsonValue result) {
        if (kind != Scalar.FLOAT64) {
            return result;
        }
        BsonValue above = doc("$gt", array(result, new BsonDouble(Double.NEGATIVE_INFINITY)));
        BsonValue below = doc("$lt", array(result, new BsonDouble(Double.POSITIVE_INFINITY)));
        return doc("$cond", new BsonArray(List.of(doc("$and", array(above, below)), result, nothing())));
    }
}
