package dev.ectype.adapter.dynamo.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Durations, stored as numbers of seconds, which sort. */
final class DurationFormat implements Format {
    private static final int NANO_DIGITS = 9;

    @Override
    public AttributeValue write(Object value) {
        if (!(value instanceof Duration duration)) {
            throw new Unstorable(
                    "expected a duration but was " + value.getClass().getSimpleName());
        }
        BigDecimal seconds =
                BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
        return AttributeValue.createN(Numbers.text(seconds));
    }

    @Override
    public Object read(AttributeValue stored) {
        String number = stored.n();
        if (number == null) {
            return Natural.read(stored);
        }
        BigInteger nanos = new BigDecimal(number).movePointRight(NANO_DIGITS).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.TEN.pow(NANO_DIGITS));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
    }

    @Override
    public Kind kind() {
        return Kind.N;
    }
}
