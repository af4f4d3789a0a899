package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import dev.ectype.adapter.dynamo.internal.expression.Tests;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Comparison;
import dev.ectype.types.stored.Row;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that have expired and are still there, since the store removes them some time later. */
public final class Expiry {
    private Expiry() {}

    /** Returns the condition of an item that has not expired; always true for a table without a time of expiry. */
    public static Expr alive(DynamoSource source) {
        OptionalInt slot = source.expiry();
        if (slot.isEmpty()) {
            return Expr.ALWAYS;
        }
        Term.Attribute expiry = Term.Attribute.of(source.format().name(slot.getAsInt()));
        return Expr.or(Tests.absent(expiry), Tests.compare(expiry, Comparison.GT, now()));
    }

    /** Returns the condition of an item that has expired; never true for a table without a time of expiry. */
    public static Expr expired(DynamoSource source) {
        OptionalInt slot = source.expiry();
        return slot.isEmpty()
                ? Expr.NEVER
                : Tests.compare(Term.Attribute.of(source.format().name(slot.getAsInt())), Comparison.LE, now());
    }

    private static AttributeValue now() {
        return AttributeValue.createN(Long.toString(Instant.now().getEpochSecond()));
    }

    /** Returns the test of a row that has not expired. */
    public static Predicate<Row> isAlive(DynamoSource source) {
        OptionalInt slot = source.expiry();
        if (slot.isEmpty()) {
            return row -> true;
        }
        Instant now = Instant.now();
        return row -> isAfter(row.get(slot.getAsInt()), now);
    }

    private static boolean isAfter(@Nullable Object expiry, Instant now) {
        if (expiry instanceof Instant moment) {
            return moment.getEpochSecond() > now.getEpochSecond();
        }
        return !(expiry instanceof Number seconds) || seconds.longValue() > now.getEpochSecond();
    }
}
