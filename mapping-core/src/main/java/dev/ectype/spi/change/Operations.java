package dev.ectype.spi.change;

import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Values;
import dev.ectype.spi.Assignment;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a value by the operation of an assignment. */
final class Operations {
    private Operations() {}

    /** Returns the new value, null for none. */
    static @Nullable Object apply(Assignment assignment, @Nullable Object before) {
        Object operand = assignment.value();
        if (operand == null) {
            return null;
        }
        return switch (assignment.operation()) {
            case SET -> operand;
            case INCREMENT -> sum(before, operand, assignment);
            case PUSH -> withElement(before, operand, assignment.path().storage(), false);
            case ADD_TO_SET -> withElement(before, operand, assignment.path().storage(), true);
            case PULL -> before == null ? null : withoutElement((Collection<?>) before, operand);
            case MIN -> before == null || Values.compare(operand, before) < 0 ? operand : before;
            case MAX -> before == null || Values.compare(operand, before) > 0 ? operand : before;
            case UPDATE_ELEMENTS -> ((ElementChanges) operand).apply(before, assignment.path());
        };
    }

    private static Object sum(@Nullable Object before, Object operand, Assignment assignment) {
        BigDecimal sum = before == null ? exact(operand) : exact(before).add(exact(operand));
        try {
            return inKind(sum, assignment.path().storage(), before == null ? operand : before);
        } catch (ArithmeticException e) {
            throw new MappingException(
                    MappingException.Kind.DATA,
                    "an increment does not fit the kind of its field",
                    Map.of(
                            "field",
                            assignment.path().toString(),
                            "kind",
                            assignment.path().storage()),
                    false,
                    e);
        }
    }

    private static BigDecimal exact(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double real ? new BigDecimal(real) : BigDecimal.valueOf(((Number) number).longValue());
    }

    /** Returns the number in the class of its field, or, where any is allowed, in the class of an example. */
    private static Object inKind(BigDecimal number, Storage storage, Object example) {
        if (storage == Storage.Scalar.INT32 || (storage == Storage.Scalar.ANY && example instanceof Integer)) {
            return number.intValueExact();
        }
        if (storage == Storage.Scalar.INT64 || (storage == Storage.Scalar.ANY && example instanceof Long)) {
            return number.longValueExact();
        }
        if (storage == Storage.Scalar.INTEGER || (storage == Storage.Scalar.ANY && example instanceof BigInteger)) {
            return number.toBigIntegerExact();
        }
        return storage == Storage.Scalar.FLOAT64 || example instanceof Double ? finite(number) : number;
    }

    private static Object finite(BigDecimal number) {
        double real = number.doubleValue();
        if (!Double.isFinite(real)) {
            throw new ArithmeticException("beyond the greatest double");
        }
        return real;
    }

    private static Object withElement(@Nullable Object before, Object element, Storage storage, boolean once) {
        boolean isSet = storage instanceof Storage.SetOf;
        Collection<?> old = before == null ? List.of() : (Collection<?>) before;
        if ((once || isSet) && before != null && contains(old, element)) {
            return before;
        }
        Collection<@Nullable Object> longer = isSet ? new LinkedHashSet<>(old) : new ArrayList<>(old);
        longer.add(element);
        return longer;
    }

    private static boolean contains(Collection<?> values, Object wanted) {
        return values.stream().anyMatch(value -> Values.equal(value, wanted));
    }

    private static Object withoutElement(Collection<?> old, Object element) {
        Collection<@Nullable Object> shorter = old instanceof Set ? new LinkedHashSet<>(old) : new ArrayList<>(old);
        shorter.removeIf(value -> Values.equal(value, element));
        return shorter;
    }
}
