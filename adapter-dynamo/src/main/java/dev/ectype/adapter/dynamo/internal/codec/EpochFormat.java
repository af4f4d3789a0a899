package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.query.ir.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The time at which an item expires, as the store wants it: the number of seconds since 1970. What is finer than the
 * second is cut off, towards the past.
 */
public final class EpochFormat implements Format {

    @Override
    public AttributeValue write(Object value) {
        if (value instanceof Instant moment) {
            return AttributeValue.createN(Long.toString(moment.getEpochSecond()));
        }
        throw new Unstorable("expected an instant but was " + value.getClass().getSimpleName());
    }

    @Override
    public Object read(AttributeValue stored) {
        String number = stored.n();
        return number == null ? Natural.read(stored) : Instant.ofEpochSecond(new BigDecimal(number).longValue());
    }

    @Override
    public Kind kind() {
        return Kind.N;
    }

    @Override
    public Bound bound(Comparison comparison, Object value) {
        if (value instanceof Instant moment
                && !moment.truncatedTo(ChronoUnit.SECONDS).equals(moment)) {
            throw new Unstorable("the time of expiry is stored to the second: compare it with a whole second");
        }
        return new Bound.Against(comparison, write(value));
    }
}
