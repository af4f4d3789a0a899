package dev.ectype.types;

import dev.ectype.types.internal.number.Integers;
import dev.ectype.types.stored.Storage;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Whole numbers of one width; a number that does not fit the width is not cast and not loaded. */
final class IntegerType<V extends Number> extends ScalarType<V> {
    static final Type<Integer> INT32 = new IntegerType<>("integer", Integer.class, Storage.Scalar.INT32);
    static final Type<Long> INT64 = new IntegerType<>("long_integer", Long.class, Storage.Scalar.INT64);
    static final Type<BigInteger> BIG = new IntegerType<>("big_integer", BigInteger.class, Storage.Scalar.INTEGER);

    private IntegerType(String name, Class<V> valueClass, Storage storage) {
        super(name, valueClass, storage);
    }

    @Override
    public Cast<V> cast(Object input) {
        if (isOfThisClass(input)) {
            return Cast.ok(valueClass().cast(input));
        }
        Number whole = Integers.cast(input);
        return okOrFailed(whole == null ? null : fit(whole));
    }

    /** Tells whether a number needs no look: a big one may be too big. */
    private boolean isOfThisClass(Object number) {
        return number.getClass() == valueClass() && storage() != Storage.Scalar.INTEGER;
    }

    @Override
    public V load(Object stored) {
        if (isOfThisClass(stored)) {
            return valueClass().cast(stored);
        }
        Number whole = loaded(Integers.load(stored), "an integer", stored);
        V value = fit(whole);
        if (value == null) {
            throw new LoadException("expected an integer within the range of "
                    + valueClass().getSimpleName() + " but was a larger one");
        }
        return value;
    }

    /** Returns the number in the class of this type, or null if it is too large. */
    private @Nullable V fit(Number whole) {
        if (storage() == Storage.Scalar.INTEGER) {
            return valueClass().cast(toBig(whole));
        }
        Number narrow = storage() == Storage.Scalar.INT32 ? (Number) toInteger(whole) : toLong(whole);
        return narrow == null ? null : valueClass().cast(narrow);
    }

    private static @Nullable Integer toInteger(Number whole) {
        long value = whole.longValue();
        return (whole instanceof Long && value == (int) value) ? (Integer) (int) value : null;
    }

    private static @Nullable Long toLong(Number whole) {
        return whole instanceof Long value ? value : null;
    }

    private static BigInteger toBig(Number whole) {
        return whole instanceof BigInteger big ? big : BigInteger.valueOf(whole.longValue());
    }
}
