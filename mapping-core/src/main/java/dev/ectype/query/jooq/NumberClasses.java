package dev.ectype.query.jooq;

import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Turns numbers into the class that an expression has in jOOQ, exactly or not at all. */
final class NumberClasses {
    private static final Map<Class<?>, Type<? extends Number>> TYPES = Map.of(
            Integer.class, Types.integer(),
            Long.class, Types.longInteger(),
            BigInteger.class, Types.bigInteger(),
            Double.class, Types.float64(),
            BigDecimal.class, Types.decimal());

    private NumberClasses() {}

    /**
     * Returns the number as one of a class; unchanged if it is no class of numbers that is known.
     *
     * @throws ArithmeticException if the class has no such number
     */
    static Number convert(Number number, Class<?> wanted) {
        BigDecimal exact = exact(number);
        if (wanted == Integer.class) {
            return exact.intValueExact();
        }
        if (wanted == Long.class) {
            return exact.longValueExact();
        }
        if (wanted == BigInteger.class) {
            return exact.toBigIntegerExact();
        }
        if (wanted == Double.class) {
            return exact.doubleValue();
        }
        return wanted == BigDecimal.class ? exact : number;
    }

    /** Returns the type of the numbers of a class, if it is a class of numbers that is known. */
    static Optional<Type<? extends Number>> type(Class<?> numbers) {
        return Optional.ofNullable(TYPES.get(numbers));
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return number instanceof Double value ? BigDecimal.valueOf(value) : BigDecimal.valueOf(number.longValue());
    }
}
