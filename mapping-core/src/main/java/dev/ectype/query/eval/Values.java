package dev.ectype.query.eval;

import dev.ectype.types.stored.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Equality and order of values in their neutral stored form. Numbers of all classes are compared by exact value, texts
 * by code point, UUIDs as their text, bytes unsigned; lists, maps, sets and rows part by part, with null equal to null
 * and lower than everything. Values of different kinds are never equal.
 *
 * <p>Every method that is given an object of a class that {@link dev.ectype.types.stored.Storage} does not name throws
 * {@link IllegalArgumentException}.
 */
public final class Values {
    private Values() {}

    /** Tells whether two values are the same value, or both null. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof Number l) {
            return right instanceof Number r && Numbers.equal(l, r);
        }
        return isPlain(left) ? left.equals(right) : equalStructures(left, right);
    }

    /**
     * Compares two values in a total order that agrees with {@link #equal}: kinds among each other by a fixed rank
     * (boolean, number, text, binary, UUID, date, time, date-time, instant, duration, list, set, map, row), lists by
     * their first difference. A query only asks for it within one kind; see {@link #areOrdered}.
     */
    public static int compare(Object left, Object right) {
        if (left instanceof String l && right instanceof String r) {
            return Texts.compare(l, r);
        }
        if (left instanceof Number l && right instanceof Number r) {
            return Numbers.compare(l, r);
        }
        Kind kind = Kind.of(left);
        int byKind = kind.compareTo(Kind.of(right));
        return byKind != 0 ? byKind : compareAlike(kind, left, right);
    }

    /** Compares two values in the order of {@link #compare}, null being the lowest. */
    public static int compareNullLowest(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        return compare(left, right);
    }

    /**
     * Tells whether one of two values is less than, equal to or greater than the other in the sense of a query: values
     * of one kind that is neither list, set, map nor row. Otherwise less and greater are unknown.
     */
    public static boolean areOrdered(Object left, Object right) {
        if (left instanceof String && right instanceof String) {
            return true;
        }
        Kind kind = Kind.of(left);
        return kind.isOrdered() && kind == Kind.of(right);
    }

    /**
     * Returns an object whose {@code equals} and {@code hashCode} agree with {@link #equal}, for hash tables of stored
     * values: 1, 1.0 and 1.00 have the same one. It is immutable as long as the value is not changed.
     */
    public static Object canonical(Object value) {
        if (value instanceof Number number) {
            return Numbers.canonical(number);
        }
        return isPlain(value) ? value : Canonical.of(value);
    }

    /** Tells whether {@code equals} of the value's class is the equality of stored values. */
    static boolean isPlain(Object value) {
        return value instanceof String
                || switch (Kind.of(value)) {
                    case NUMBER, BINARY, LIST, SET, MAP, ROW -> false;
                    default -> true;
                };
    }

    private static boolean equalStructures(Object left, Object right) {
        Kind kind = Kind.of(left);
        if (kind != Kind.of(right)) {
            return false;
        }
        return switch (kind) {
            case BINARY -> Arrays.equals((byte[]) left, (byte[]) right);
            case LIST -> equalLists((List<?>) left, (List<?>) right);
            case ROW -> equalRows((Row) left, (Row) right);
            default -> canonical(left).equals(canonical(right));
        };
    }

    private static boolean equalLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!equal(element, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalRows(Row left, Row right) {
        if (left.layout() != right.layout()) {
            return canonical(left).equals(canonical(right));
        }
        for (int i = 0; i < left.layout().size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int compareAlike(Kind kind, Object left, Object right) {
        return switch (kind) {
            case BINARY -> Arrays.compareUnsigned((byte[]) left, (byte[]) right);
            case UUID -> compareUuids((UUID) left, (UUID) right);
            case LIST -> compareLists((List<?>) left, (List<?>) right);
            case SET -> compareLists(sorted((Set<?>) left), sorted((Set<?>) right));
            case MAP -> compareLists(flattened((Map<?, ?>) left), flattened((Map<?, ?>) right));
            case ROW -> compareLists(flattened((Row) left), flattened((Row) right));
            default -> compareNatural(left, right);
        };
    }

    private static int compareUuids(UUID left, UUID right) {
        int byFirstHalf = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return byFirstHalf != 0
                ? byFirstHalf
                : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    @SuppressWarnings("unchecked") // two values of one kind whose class is comparable with itself
    private static int compareNatural(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static int compareLists(List<?> left, List<?> right) {
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!others.hasNext()) {
                return 1;
            }
            int byElement = compareNullLowest(element, others.next());
            if (byElement != 0) {
                return byElement;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static List<?> sorted(Collection<?> values) {
        return values.stream().sorted(Values::compareNullLowest).toList();
    }

    private static List<?> flattened(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> Arrays.asList(entry.getKey(), entry.getValue()))
                .sorted(Values::compareNullLowest)
                .toList();
    }

    private static List<?> flattened(Row row) {
        return Arrays.asList(row.layout().tag().orElse(null), flattened(Canonical.present(row)));
    }
}
