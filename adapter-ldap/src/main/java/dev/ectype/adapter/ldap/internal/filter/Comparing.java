package dev.ectype.adapter.ldap.internal.filter;

import com.unboundid.ldap.sdk.Filter;
import dev.ectype.adapter.ldap.internal.server.MatchKind;
import dev.ectype.query.ir.Comparison;
import dev.ectype.types.stored.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Comparisons of an attribute with a constant. */
final class Comparing {
    private static final String NO_ORDER = "the attribute has no order that agrees with the values'";
    private final Leaves leaves;
    private final Storage storage;

    Comparing(Leaves leaves) {
        this.leaves = leaves;
        this.storage = leaves.storage();
    }

    Bounds with(Comparison comparison, Object constant) {
        if (constant instanceof Number number) {
            return ofNumbers(comparison, number);
        }
        if (constant instanceof Boolean truth) {
            return ofBooleans(comparison, truth);
        }
        return constant instanceof String text && text.isEmpty() ? ofEmpty(comparison) : plain(comparison, constant);
    }

    private Bounds plain(Comparison comparison, Object constant) {
        return switch (comparison) {
            case EQ -> equal(constant);
            case NE -> equal(constant).negated();
            case GE -> ranged(constant, false);
            case LE -> ranged(constant, true);
            // Where the server takes some values for equal, those at the limit are found and dropped later.
            case LT -> leaves.isExact() ? ranged(constant, false).negated() : ranged(constant, true);
            case GT -> leaves.isExact() ? ranged(constant, true).negated() : ranged(constant, false);
        };
    }

    /** Stored texts are never empty, so that every one of them is greater. */
    private Bounds ofEmpty(Comparison comparison) {
        return comparison.holds(1) ? leaves.never().negated() : leaves.never();
    }

    private Bounds equal(Object constant) {
        return rule() == MatchKind.NONE
                ? leaves.anything("the attribute has no equality rule")
                : fits() ? leaves.test(leaves.equal(constant)) : leaves.anything(NO_ORDER);
    }

    /** Tells whether equal values are written in one way only, or in ways that the server takes for equal. */
    private boolean fits() {
        return storage instanceof Storage.Scalar scalar
                && switch (scalar) {
                    case INT32, INT64, INTEGER -> rule() == MatchKind.INTEGER;
                    case FLOAT64, DECIMAL, DURATION, TIME, ANY -> false;
                    case DATE, DATE_TIME, INSTANT -> rule().isTime();
                    case BOOLEAN -> rule() == MatchKind.BOOLEAN;
                    case UUID -> rule() == MatchKind.UUID || rule() == MatchKind.CASE_IGNORE;
                    case BINARY -> rule() == MatchKind.OCTETS;
                    case TEXT -> true;
                };
    }

    boolean isComparable() {
        return rule() != MatchKind.NONE && fits();
    }

    private MatchKind rule() {
        return leaves.column().facts().match();
    }

    private Bounds ranged(Object constant, boolean below) {
        if (!isOrdered()) {
            return leaves.anything(NO_ORDER);
        }
        Filter filter = below ? leaves.atMost(constant) : leaves.atLeast(constant);
        return leaves.test(filter);
    }

    private boolean isOrdered() {
        return leaves.column().facts().ordered() && (storage == Storage.Scalar.TEXT ? leaves.isExact() : fits());
    }

    /** Tells whether the order of the attribute's rule is the one that queries mean. */
    boolean isInOrder() {
        return rule().orderingRule() != null && leaves.isExact() && fits();
    }

    private Bounds ofBooleans(Comparison comparison, boolean constant) {
        List<Bounds> terms = Stream.of(false, true)
                .filter(value -> comparison.holds(Boolean.compare(value, constant)))
                .map(this::equal)
                .toList();
        return switch (terms.size()) {
            case 0 -> leaves.never();
            case 1 -> terms.get(0);
            default -> leaves.never().negated();
        };
    }

    private Bounds ofNumbers(Comparison comparison, Number constant) {
        if (!(storage instanceof Storage.Scalar scalar) || !isInteger(scalar)) {
            return leaves.anything(NO_ORDER);
        }
        BigDecimal exact = exact(constant);
        Optional<BigInteger> whole = whole(exact);
        if (whole.isPresent()) {
            return ofIntegers(comparison, whole.get());
        }
        return switch (comparison) {
            case EQ -> leaves.never();
            case NE -> leaves.never().negated();
            case LT, LE -> ofIntegers(Comparison.LE, floor(exact));
            case GT, GE -> ofIntegers(Comparison.GT, floor(exact));
        };
    }

    private Bounds ofIntegers(Comparison comparison, BigInteger constant) {
        return switch (comparison) {
            // Integers need no negation for a strict comparison, so that it holds for elements of sets as well.
            case LT -> plain(Comparison.LE, constant.subtract(BigInteger.ONE));
            case GT -> plain(Comparison.GE, constant.add(BigInteger.ONE));
            default -> plain(comparison, constant);
        };
    }

    private static boolean isInteger(Storage.Scalar scalar) {
        return scalar == Storage.Scalar.INT32 || scalar == Storage.Scalar.INT64 || scalar == Storage.Scalar.INTEGER;
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Double || number instanceof Float) {
            return new BigDecimal(number.doubleValue());
        }
        return number instanceof BigInteger big ? new BigDecimal(big) : BigDecimal.valueOf(number.longValue());
    }

    private static Optional<BigInteger> whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? Optional.of(number.toBigInteger()) : Optional.empty();
    }

    private static BigInteger floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR).toBigInteger();
    }
}
