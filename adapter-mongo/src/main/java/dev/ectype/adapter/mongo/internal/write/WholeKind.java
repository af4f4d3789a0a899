package dev.ectype.adapter.mongo.internal.write;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** The kinds of whole numbers and how far each goes where it is stored. */
enum WholeKind {
    INT32(BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE)),
    INT64(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE)),
    /** Decimals of 34 digits. */
    INTEGER(
            BigInteger.ONE.subtract(BigInteger.TEN.pow(34)),
            BigInteger.TEN.pow(34).subtract(BigInteger.ONE));

    private final BigInteger least;
    private final BigInteger most;

    WholeKind(BigInteger least, BigInteger most) {
        this.least = least;
        this.most = most;
    }

    /** Returns the kind of values that are stored so, or null if they are no whole numbers. */
    static @Nullable WholeKind of(Storage storage) {
        if (storage == Scalar.INT32) {
            return INT32;
        }
        if (storage == Scalar.INT64) {
            return INT64;
        }
        return storage == Scalar.INTEGER ? INTEGER : null;
    }

    /** Returns the test of numbers that leave the kind when they grow so. */
    BsonDocument beyond(Number growth) {
        BigInteger by = growth instanceof BigInteger big ? big : BigInteger.valueOf(growth.longValue());
        return by.signum() < 0 ? doc("$lt", stored(least.subtract(by))) : doc("$gt", stored(most.subtract(by)));
    }

    private BsonValue stored(BigInteger bound) {
        return this == INTEGER
                ? new BsonDecimal128(new Decimal128(new BigDecimal(bound)))
                : new BsonInt64(bound.longValueExact());
    }
}
