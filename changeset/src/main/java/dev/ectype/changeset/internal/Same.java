package dev.ectype.changeset.internal;

import dev.ectype.types.Type;
import org.jspecify.annotations.Nullable;

/** Compares values by their type, and takes any object for one. */
public final class Same {

    private Same() {}

    /** Tells whether both are null, or equal values of the type. */
    @SuppressWarnings(
            "unchecked") // both classes are checked; what a generic value holds is compared by equals at worst
    public static <V> boolean values(Type<V> type, @Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return false;
        }
        Class<?> valueClass = type.valueClass();
        if (!valueClass.isInstance(left) || !valueClass.isInstance(right)) {
            return left.equals(right);
        }
        try {
            return type.equal((V) left, (V) right);
        } catch (ClassCastException e) {
            return left.equals(right);
        }
    }
}
