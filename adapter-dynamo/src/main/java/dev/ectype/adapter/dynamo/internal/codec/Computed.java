package dev.ectype.adapter.dynamo.internal.codec;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A list whose elements are made when they are asked for, by whoever copies the list: so it is built once and not twice. */
final class Computed<E extends @Nullable Object> extends AbstractList<E> implements RandomAccess {
    private final int size;
    private final IntFunction<E> each;

    Computed(int size, IntFunction<E> each) {
        this.size = size;
        this.each = each;
    }

    @Override
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return each.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
