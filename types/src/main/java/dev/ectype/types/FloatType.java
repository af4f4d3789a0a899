package dev.ectype.types;

import dev.ectype.types.internal.number.Floats;
import dev.ectype.types.stored.Storage;

/** Finite 64-bit floating-point numbers, in which the two zeros are one value. */
final class FloatType extends ScalarType<Double> {
    static final Type<Double> PLAIN = new FloatType();

    private FloatType() {
        super("float", Double.class, Storage.Scalar.FLOAT64);
    }

    @Override
    public Cast<Double> cast(Object input) {
        return okOrFailed(Floats.cast(input));
    }

    @Override
    public Object dump(Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a float to store must be finite, but was " + value);
        }
        return value;
    }

    @Override
    public Double load(Object stored) {
        return loaded(Floats.load(stored), "a number that a float holds without loss", stored);
    }

    @Override
    public boolean equal(Double left, Double right) {
        return left.doubleValue() == right.doubleValue();
    }
}
