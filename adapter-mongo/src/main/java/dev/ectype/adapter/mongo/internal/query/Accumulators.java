package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.nothing;
import static dev.ectype.adapter.mongo.internal.query.Docs.number;
import static dev.ectype.adapter.mongo.internal.query.Docs.text;

import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Operand;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Aggregates as accumulators of a group and what is made of them afterwards. Long sums and means are computed in
 * decimals, for a server's sum of long integers becomes a floating point number when it overflows.
 */
final class Accumulators {
    private static final String COUNT = "_n";
    private static final String VALUE = "v";

    private Accumulators() {}

    static void add(BsonDocument group, String slot, Aggregate aggregate, Expressions expressions) {
        if (aggregate.operand().isEmpty()) {
            group.put(slot, doc("$sum", number(1)));
            return;
        }
        Operand operand = aggregate.operand().get();
        requireComputable(aggregate, operand);
        BsonValue value = expressions.of(operand);
        if (countsValuesOnce(aggregate)) {
            group.put(slot, doc("$addToSet", Expressions.orNull(value)));
        } else {
            addPlain(group, slot, aggregate, value);
        }
    }

    /** The least and the greatest value are the same however often values occur. */
    private static boolean countsValuesOnce(Aggregate aggregate) {
        boolean extreme =
                aggregate.function() == Aggregate.Function.MIN || aggregate.function() == Aggregate.Function.MAX;
        return aggregate.distinct() && aggregate.operand().isPresent() && !extreme;
    }

    private static void addPlain(BsonDocument group, String slot, Aggregate aggregate, BsonValue value) {
        switch (aggregate.function()) {
            case COUNT -> group.put(slot, doc("$sum", oneIfPresent(value)));
            case MIN -> group.put(slot, doc("$min", value));
            case MAX -> group.put(slot, doc("$max", value));
            case SUM, AVG -> {
                group.put(slot, doc("$sum", exact(aggregate, value)));
                group.put(slot + COUNT, doc("$sum", oneIfPresent(value)));
            }
        }
    }

    private static BsonValue oneIfPresent(BsonValue value) {
        return doc("$cond", new BsonArray(List.of(Expressions.hasValue(value), number(1), number(0))));
    }

    private static BsonValue exact(Aggregate aggregate, BsonValue value) {
        return isFloat(aggregate) || storage(aggregate) == Scalar.INT32
                ? value
                : doc("$add", array(value, new BsonDecimal128(Decimal128.POSITIVE_ZERO)));
    }

    private static void requireComputable(Aggregate aggregate, Operand operand) {
        Kind kind = Kind.of(operand.storage());
        boolean fits = switch (aggregate.function()) {
            case COUNT -> !aggregate.distinct() || (!kind.hasParts() && kind != Kind.ANY);
            case SUM, AVG -> kind == Kind.NUMBER;
            case MIN, MAX -> kind.isSorted();
        };
        if (!fits) {
            throw new Untranslatable("the store does not compute " + aggregate + " as it is computed here");
        }
    }

    /** Returns the value of an aggregate, made of what the group has under its name. */
    static BsonValue result(String slot, Aggregate aggregate) {
        BsonValue accumulated = text("$" + slot);
        if (countsValuesOnce(aggregate)) {
            return ofDistinct(aggregate, accumulated);
        }
        return switch (aggregate.function()) {
            case COUNT, MIN, MAX -> accumulated;
            case SUM -> ifAny(text("$" + slot + COUNT), accumulated);
            case AVG -> ifAny(text("$" + slot + COUNT), mean(aggregate, accumulated, text("$" + slot + COUNT)));
        };
    }

    /** Of the values of a group, one may be null: it does not count, and adds nothing to a sum. */
    private static BsonValue ofDistinct(Aggregate aggregate, BsonValue values) {
        BsonDocument present =
                doc("input", values).append("as", text(VALUE)).append("cond", Expressions.hasValue(text("$$" + VALUE)));
        BsonValue size = doc("$size", doc("$filter", present));
        return switch (aggregate.function()) {
            case SUM -> ifAny(size, sum(aggregate, values));
            case AVG -> ifAny(size, mean(aggregate, sum(aggregate, values), size));
            default -> size;
        };
    }

    private static BsonValue sum(Aggregate aggregate, BsonValue values) {
        if (!isFloat(aggregate) && storage(aggregate) != Scalar.INT32) {
            throw new Untranslatable("the sum of distinct long integers and decimals is not exact on the server");
        }
        return doc("$sum", values);
    }

    private static BsonValue mean(Aggregate aggregate, BsonValue sum, BsonValue count) {
        BsonValue dividend =
                isFloat(aggregate) ? sum : doc("$add", array(sum, new BsonDecimal128(Decimal128.POSITIVE_ZERO)));
        // A server may compute the quotient of a group without values too, which must not divide by zero.
        return doc("$divide", array(dividend, ifAny(count, count, number(1))));
    }

    private static BsonValue ifAny(BsonValue count, BsonValue value) {
        return ifAny(count, value, nothing());
    }

    private static BsonValue ifAny(BsonValue count, BsonValue value, BsonValue otherwise) {
        BsonValue some = doc("$gt", array(count, number(0)));
        return doc("$cond", new BsonArray(List.of(some, value, otherwise)));
    }

    private static boolean isFloat(Aggregate aggregate) {
        return storage(aggregate) == Scalar.FLOAT64;
    }

    private static Storage storage(Aggregate aggregate) {
        return aggregate.operand().map(Operand::storage).orElse(Scalar.INT64);
    }
}
