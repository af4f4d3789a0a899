package dev.ectype.query.eval;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tests of alternatives, and of the elements of lists and sets. */
final class Membership {
    private static final int FEW = 4;

    private Membership() {}

    static Condition in(Expression operand, List<Value> values) {
        if (values.isEmpty()) {
            return root -> Truth.FALSE;
        }
        Object[] constants = values.stream().map(Value::value).toArray();
        return constants.length <= FEW ? inFew(operand, constants) : inMany(operand, constants);
    }

    private static Condition inFew(Expression operand, Object[] constants) {
        return root -> {
            Object value = operand.of(root);
            return value == null ? Truth.UNKNOWN : Truth.of(isOneOf(value, constants));
        };
    }

    private static boolean isOneOf(Object value, Object[] constants) {
        for (Object constant : constants) {
            if (Values.equal(value, constant)) {
                return true;
            }
        }
        return false;
    }

    private static Condition inMany(Expression operand, Object[] constants) {
        Set<Object> canonical = new HashSet<>();
        for (Object constant : constants) {
            canonical.add(Values.canonical(constant));
        }
        return root -> {
            Object value = operand.of(root);
            return value == null ? Truth.UNKNOWN : Truth.of(canonical.contains(Values.canonical(value)));
        };
    }

    static Condition contains(Expression list, List<Value> wanted) {
        Object[] constants = wanted.stream().map(Value::value).toArray();
        return root ->
                list.of(root) instanceof Collection<?> elements ? Truth.of(hasAll(elements, constants)) : Truth.UNKNOWN;
    }

    private static boolean hasAll(Collection<?> elements, Object[] wanted) {
        for (Object value : wanted) {
            if (!has(elements, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(Collection<?> elements, Object wanted) {
        if (Values.isPlain(wanted)) {
            return elements.contains(wanted);
        }
        for (Object element : elements) {
            if (Values.equal(element, wanted)) {
                return true;
            }
        }
        return false;
    }

    static Condition anyElement(Expression list, Condition condition) {
        return root -> list.of(root) instanceof Collection<?> elements
                ? Truth.of(anyMatches(elements, condition))
                : Truth.UNKNOWN;
    }

    private static boolean anyMatches(Collection<?> elements, Condition condition) {
        for (Object element : elements) {
            if (condition.of(element) == Truth.TRUE) {
                return true;
            }
        }
        return false;
    }

    static Condition size(Expression list, Comparison comparison, int wanted) {
        return root -> {
            int size = sizeOf(list.of(root));
            return size < 0 ? Truth.UNKNOWN : Truth.of(comparison.holds(Integer.compare(size, wanted)));
        };
    }

    private static int sizeOf(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.size();
        }
        return value instanceof Map<?, ?> map ? map.size() : -1;
    }
}
