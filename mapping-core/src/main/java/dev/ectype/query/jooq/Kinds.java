package dev.ectype.query.jooq;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which kinds of values can stand where. */
final class Kinds {
    /** The kinds of numbers, each able to hold what arithmetic makes of those before it. */
    private static final List<Scalar> NUMBERS =
            List.of(Scalar.INT32, Scalar.INT64, Scalar.INTEGER, Scalar.FLOAT64, Scalar.DECIMAL);

    private static final Set<Scalar> NUMERIC = EnumSet.copyOf(NUMBERS);
    private static final Set<Scalar> WHOLE = EnumSet.of(Scalar.INT32, Scalar.INT64, Scalar.INTEGER);

    private Kinds() {}

    static boolean isNumber(Storage storage) {
        return storage instanceof Scalar scalar && NUMERIC.contains(scalar);
    }

    static boolean isWhole(Storage storage) {
        return storage instanceof Scalar scalar && WHOLE.contains(scalar);
    }

    static boolean isText(Storage storage) {
        return storage == Scalar.TEXT || storage == Scalar.ANY;
    }

    static boolean isCollection(Storage storage) {
        return storage instanceof Storage.ListOf || storage instanceof Storage.SetOf || storage == Scalar.ANY;
    }

    /** Returns the kind of a result of arithmetic, wide enough for whole numbers never to overflow. */
    static Storage ofArithmetic(Storage left, Storage right) {
        if (left == Scalar.ANY || right == Scalar.ANY) {
            return Scalar.ANY;
        }
        Scalar wider = NUMBERS.get(Math.max(rank(left), rank(right)));
        return wider == Scalar.INT32 ? Scalar.INT64 : wider == Scalar.INT64 ? Scalar.INTEGER : wider;
    }

    private static int rank(Storage number) {
        return number instanceof Scalar scalar ? NUMBERS.indexOf(scalar) : -1;
    }

    static boolean areAlike(Storage left, Storage right) {
        return left == right
                || left.equals(right)
                || left == Scalar.ANY
                || right == Scalar.ANY
                || (isNumber(left) && isNumber(right))
                || (!(left instanceof Scalar) && left.getClass() == right.getClass());
    }

    static void requireComparable(Operand left, Comparison comparison, Operand right) {
        if (!areAlike(left.storage(), right.storage())) {
            throw differentKinds(left, right);
        }
        if (comparison != Comparison.EQ && comparison != Comparison.NE) {
            requireOrdered(left, comparison.symbol());
            requireOrdered(right, comparison.symbol());
        }
    }

    static void requireOrdered(Operand operand, String what) {
        if (!(operand.storage() instanceof Scalar)) {
            throw Refusals.unordered(operand, what);
        }
    }

    private static MappingException differentKinds(Operand left, Operand right) {
        return Refusals.differentKinds(left, right);
    }

    /** Returns the kind as messages say it. */
    static String nameOf(Storage storage) {
        if (storage instanceof Scalar scalar) {
            return scalar.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
        if (storage instanceof Storage.ListOf) {
            return "list";
        }
        if (storage instanceof Storage.SetOf) {
            return "set";
        }
        return storage instanceof Storage.MapOf ? "map" : "embedded record";
    }
}
