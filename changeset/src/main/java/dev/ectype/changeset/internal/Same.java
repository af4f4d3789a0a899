package dev.ectype.changeset.internal;

import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import org.jspecify.annotations.Nullable;

/** Compares values by their type, and takes any object for one. */
public final class Same {
    private Same() {}

    /** Tells whether both are null, or equal values of the type; a whole number and a float are if they are the same. */
    public static boolean values(Type<?> type, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return byType(type, left, right) || Numbers.sameBinary(left, right);
    }

    /**
     * Tells whether a value is one that a rule lists: equal by the type, and of the class that the type has. What is compared
     * by its amount, a decimal or a time, has none if it is null, and is then no member.
     */
    public static boolean isListed(Type<?> type, @Nullable Object value, @Nullable Object listed) {
        if (value == null || listed == null) {
            return value == null && listed == null && !isAmount(type.storage());
        }
        return isUntyped(type.storage()) ? value.equals(listed) : byType(type, value, listed);
    }

    private static boolean isAmount(Storage storage) {
        return storage == Storage.Scalar.DECIMAL
                || storage == Storage.Scalar.TIME
                || storage == Storage.Scalar.DATE_TIME
                || storage == Storage.Scalar.INSTANT;
    }

    private static boolean isUntyped(Storage storage) {
        return storage instanceof Storage.Scalar
                ? storage == Storage.Scalar.ANY
                : storage.equals(new Storage.MapOf(Storage.Scalar.ANY));
    }

    @SuppressWarnings(
            "unchecked") // both classes are checked; what a generic value holds is compared by equals at worst
    private static <V> boolean byType(Type<V> type, Object left, Object right) {
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
