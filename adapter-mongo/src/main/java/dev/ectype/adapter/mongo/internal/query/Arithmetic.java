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
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Arithmetic, where the server's is that of the reference evaluator. Long integers are computed with as decimals, since
 * they would overflow into floating point; a result that does not exist is null. Differences are sums, so
 * that nothing is sent but what a server was seen to compute.
 */
final class Arithmetic {
    private static final BsonDecimal128 ZERO = new BsonDecimal128(Decimal128.POSITIVE_ZERO);

    private Arithmetic() {}

    static BsonValue of(Operand.Call call, List<BsonValue> arguments) {
        Scalar kind = kind(call);
        BsonValue left = arguments.get(0);
        BsonValue right = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case ADD -> finite(kind, doc("$add", array(wide(kind, left), right)));
            case SUBTRACT -> finite(kind, doc("$add", array(wide(kind, left), negated(kind, right))));
            case NEGATE -> negated(kind, right);
            case MULTIPLY -> finite(kind, doc("$multiply", array(left, right)));
            case DIVIDE -> finite(kind, quotient(call, arguments));
            default -> throw new Untranslatable("the store has no " + call.function());
        };
    }

    /** Tells whether a function of whole numbers has results that the server only compares: see {@link WholeNumbers}. */
    static boolean isOfWholeNumbers(Operand.Call call) {
        boolean divides = call.function() == Function.DIVIDE || call.function() == Function.MODULO;
        return divides && isWhole(kind(call));
    }

    /** Returns the quotient of two numbers with its fraction, null where the divisor is zero. */
    static BsonValue quotient(Operand.Call call, List<BsonValue> arguments) {
        return doc("$divide", array(wide(kind(call), arguments.get(0)), unlessZero(arguments.get(1))));
    }

    private static boolean isWhole(Scalar kind) {
        return kind == Scalar.INT32 || kind == Scalar.INT64;
    }

    private static BsonValue wide(Scalar kind, BsonValue value) {
        return kind == Scalar.INT64 ? doc("$add", array(value, ZERO)) : value;
    }

    /** Returns the opposite number, of a kind that has one for every number of its own. */
    private static BsonValue negated(Scalar kind, BsonValue value) {
        BsonValue minusOne = switch (kind) {
            case INT32 -> new BsonInt64(-1);
            case FLOAT64 -> new BsonDouble(-1);
            default -> new BsonDecimal128(new Decimal128(-1));
        };
        return doc("$multiply", array(value, minusOne));
    }

    /** Returns the kind in which the server computes; both arguments fit it. */
    private static Scalar kind(Operand.Call call) {
        List<Storage> kinds = call.arguments().stream().map(Operand::storage).toList();
        boolean whole = kinds.stream().allMatch(kind -> kind == Scalar.INT32 || kind == Scalar.INT64);
        boolean decimal = kinds.contains(Scalar.DECIMAL);
        boolean exact = kinds.stream().noneMatch(kind -> kind == Scalar.INTEGER || kind == Scalar.ANY);
        boolean longProduct = call.function() == Function.MULTIPLY && whole && kinds.contains(Scalar.INT64);
        boolean mixed = kinds.contains(Scalar.FLOAT64) && (decimal || kinds.contains(Scalar.INT64));
        if (!exact || longProduct || mixed) {
            throw new Untranslatable("the server does not compute " + call.function() + " of " + kinds + " exactly");
        }
        if (whole) {
            return kinds.contains(Scalar.INT64) ? Scalar.INT64 : Scalar.INT32;
        }
        return decimal ? Scalar.DECIMAL : Scalar.FLOAT64;
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
