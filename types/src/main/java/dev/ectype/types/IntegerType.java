package dev.ectype.types;

import dev.ectype.types.internal.number.Integers;
import dev.ectype.types.stored.Storage;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whole numbers of one width; a number that does not fit the width is not cast and not loaded. */
final class IntegerType<V extends Number> extends ScalarType<V> {
    private final Function<Number, @Nullable V> fit;

    private IntegerType(String name, Class<V> valueClass, Storage storage, Function<Number, @Nullable V> fit) {
        super(name, valueClass, storage);
        this.fit = fit;
    }

    static IntegerType<Integer> int32() {
        return new IntegerType<>("integer", Integer.class, Storage.Scalar.INT32, IntegerType::toInteger);
    }

    static IntegerType<Long> int64() {
        return new IntegerType<>("long_integer", Long.class, Storage.Scalar.INT64, IntegerType::toLong);
    }

    static IntegerType<BigInteger> big() {
        return new IntegerType<>("big_integer", BigInteger.class, Storage.Scalar.INTEGER, IntegerType::toBig);
    }

    @Override
    public Cast<V> cast(Object input) {
        if (input.getClass() == valueClass() && storage() != Storage.Scalar.INTEGER) {
            return Cast.ok(valueClass().cast(input));
        }
        Number whole = Integers.cast(input);
        return okOrFailed(whole == null ? null : fit.apply(whole));
    }

    @Override
    public V load(Object stored) {
        Number whole = loaded(Integers.load(stored), "an integer", stored);
        V value = fit.apply(whole);
        if (value == null) {
            throw new LoadException("expected an integer within the range of "
                    + valueClass().getSimpleName() + " but was a larger one");
        }
        return value;
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
