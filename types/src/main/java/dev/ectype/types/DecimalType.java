package dev.ectype.types;

import dev.ectype.types.internal.number.Decimals;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;

/** Decimals within bounds, compared by value. */
final class DecimalType extends ScalarType<BigDecimal> {
    static final Type<BigDecimal> PLAIN = new DecimalType();

    private DecimalType() {
        super("decimal", BigDecimal.class, Storage.Scalar.DECIMAL);
    }

    @Override
    public Cast<BigDecimal> cast(Object input) {
        return okOrFailed(Decimals.cast(input));
    }

    @Override
    public Object dump(BigDecimal value) {
        if (Decimals.bounded(value) == null) {
            throw new IllegalArgumentException("a decimal to store must have a scale within " + Decimals.MAX_EXPONENT
                    + " of zero and at most 10,000 digits, but its scale was " + value.scale());
        }
        return value;
    }

    @Override
    public BigDecimal load(Object stored) {
        return loaded(Decimals.load(stored), "a number within the bounds of a decimal", stored);
    }

    @Override
    public boolean equal(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) == 0;
    }
}
