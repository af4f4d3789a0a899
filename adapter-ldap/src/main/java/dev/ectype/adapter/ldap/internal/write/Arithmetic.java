package dev.ectype.adapter.ldap.internal.write;

import dev.ectype.query.eval.Values;
import dev.ectype.spi.Assignment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a value becomes by an assignment that depends on it. */
final class Arithmetic {
    private Arithmetic() {}

    static Object result(Assignment assignment, @Nullable Object now) {
        Object operand = Objects.requireNonNull(assignment.value(), "operand");
        if (now == null) {
            return operand;
        }
        return switch (assignment.operation()) {
            case MIN -> Values.compareNullLowest(operand, now) < 0 ? operand : now;
            case MAX -> Values.compareNullLowest(operand, now) > 0 ? operand : now;
            default -> sum((Number) now, (Number) operand);
        };
    }

    /** The sum, in the class of the first number; one that does not fit it is an error and no other number. */
    private static Number sum(Number now, Number operand) {
        if (now instanceof Double) {
            return now.doubleValue() + operand.doubleValue();
        }
        BigDecimal sum = new BigDecimal(now.toString()).add(new BigDecimal(operand.toString()));
        if (now instanceof Integer) {
            return sum.intValueExact();
        }
        if (now instanceof Long) {
            return sum.longValueExact();
        }
        return now instanceof BigInteger ? sum.toBigIntegerExact() : sum;
    }
}
