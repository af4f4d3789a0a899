package dev.ectype.adapter.mongo;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;

/** What the adapter claims to do on a replica set, and which forms of it are refused with which reason. */
final class MongoClaims {
    private MongoClaims() {}

    static AdapterProfile claims() {
        return arithmetic(positions(AdapterProfile.of("MongoDB")
                .without(Capability.BIG_NUMBERS, "34 digits")
                .without(Capability.BULK_RETURNING, "")
                .without(Capability.SAVEPOINTS, "no savepoints")
                .without(Capability.ATOMIC_WRITES, "transactions")
                .withoutForm(Predicate.Compare.class, MongoClaims::sortsBytes, "does not sort BINARY")
                .withoutForm(Order.class, order -> order.operand().storage() == Scalar.BINARY, "does not sort BINARY")
                .withoutForm(Order.class, order -> changesCase(order.operand()), "changes the case")
                .withoutForm(Predicate.Compare.class, MongoClaims::comparesCases, "changes the case")
                .withoutForm(
                        Predicate.Size.class,
                        MongoClaims::countsKeys,
                        "of the size of a map the store only tells whether it is zero")));
    }

    private static AdapterProfile positions(AdapterProfile profile) {
        String refusal = "what stands behind a position is compared with constants only";
        return profile.withoutForm(
                        Predicate.Compare.class,
                        compare -> !isPathWithConstant(compare)
                                && (isBehindPosition(compare.left()) || isBehindPosition(compare.right())),
                        refusal)
                .withoutForm(Order.class, order -> isBehindPosition(order.operand()), refusal)
                .withoutForm(Predicate.IsNull.class, isNull -> isHiddenBehindPosition(isNull.operand()), refusal)
                .withoutForm(Predicate.In.class, in -> isHiddenBehindPosition(in.operand()), refusal)
                .withoutForm(
                        Predicate.Text.class,
                        text -> hasPosition(text.operand()),
                        "a field that is no element of a list");
    }

    private static AdapterProfile arithmetic(AdapterProfile profile) {
        String refusal = "a whole quotient or remainder is compared with constants only";
        String remainder = "a remainder is only that of a field by a constant";
        return profile.withoutForm(Operand.Call.class, MongoClaims::isInexact, "exactly")
                .withoutForm(Predicate.Compare.class, MongoClaims::comparesWholeResults, refusal)
                .withoutForm(Order.class, order -> hasWholeResults(order.operand()), refusal)
                .withoutForm(Predicate.IsNull.class, isNull -> hasWholeResultsInside(isNull.operand()), refusal)
                .withoutForm(Predicate.In.class, in -> hasWholeResultsInside(in.operand()), refusal)
                .withoutForm(Predicate.In.class, in -> isOtherRemainder(in.operand()), remainder)
                .withoutForm(Predicate.Compare.class, MongoClaims::comparesOtherRemainders, remainder);
    }

    private static boolean sortsBytes(Predicate.Compare compare) {
        return !isEquality(compare.comparison()) && compare.left().storage() == Scalar.BINARY;
    }

    private static boolean isEquality(Comparison comparison) {
        return comparison == Comparison.EQ || comparison == Comparison.NE;
    }

    private static boolean comparesCases(Predicate.Compare compare) {
        boolean plain = compare.right() instanceof Value
                && isEquality(compare.comparison())
                && compare.left() instanceof Operand.Call call
                && call.arguments().get(0) instanceof FieldPath path
                && !hasPosition(path);
        return !plain && (changesCase(compare.left()) || changesCase(compare.right()));
    }

    private static boolean changesCase(Operand operand) {
        return operand instanceof Operand.Call call
                && (call.function() == Function.LOWER
                        || call.function() == Function.UPPER
                        || call.arguments().stream().anyMatch(MongoClaims::changesCase));
    }

    private static boolean countsKeys(Predicate.Size size) {
        boolean inclusive = size.comparison() == Comparison.LT || size.comparison() == Comparison.GE;
        return size.list().storage() instanceof Storage.MapOf && size.size() > (inclusive ? 1 : 0);
    }

    private static boolean isPathWithConstant(Predicate.Compare compare) {
        return compare.left() instanceof FieldPath path
                && path.storage() instanceof Scalar
                && compare.right() instanceof Value;
    }

    private static boolean hasPosition(Operand operand) {
        return operand instanceof FieldPath path && path.steps().stream().anyMatch(Position.class::isInstance);
    }

    private static boolean isBehindPosition(Operand operand) {
        if (operand instanceof Operand.Call call) {
            return call.arguments().stream().anyMatch(MongoClaims::isBehindPosition);
        }
        List<Step> steps = operand instanceof FieldPath path ? path.steps() : List.of();
        return steps.stream().limit(Math.max(0, steps.size() - 1)).anyMatch(Position.class::isInstance);
    }

    /** Tells whether it is not that value itself, or has parts. */
    private static boolean isHiddenBehindPosition(Operand operand) {
        return isBehindPosition(operand) && !(operand instanceof FieldPath && operand.storage() instanceof Scalar);
    }

    /** Long integers overflow into floating point, and what floating point makes of them is not what they are. */
    private static boolean isInexact(Operand.Call call) {
        List<Storage> kinds = call.arguments().stream().map(Operand::storage).toList();
        boolean mixed =
                kinds.contains(Scalar.FLOAT64) && (kinds.contains(Scalar.DECIMAL) || kinds.contains(Scalar.INT64));
        return kinds.contains(Scalar.INTEGER)
                || kinds.contains(Scalar.ANY)
                || mixed
                || (call.function() == Function.MULTIPLY && kinds.contains(Scalar.INT64));
    }

    private static boolean comparesWholeResults(Predicate.Compare compare) {
        boolean plain = compare.left() instanceof Operand.Call
                && compare.right() instanceof Value
                && !hasWholeResultsInside(compare.left());
        return !plain && (hasWholeResults(compare.left()) || hasWholeResults(compare.right()));
    }

    private static boolean hasWholeResultsInside(Operand operand) {
        return operand instanceof Operand.Call call && call.arguments().stream().anyMatch(MongoClaims::hasWholeResults);
    }

    private static boolean hasWholeResults(Operand operand) {
        return operand instanceof Operand.Call call
                && ((call.function() == Function.DIVIDE
                                && call.arguments().stream().allMatch(MongoClaims::isWhole))
                        || call.function() == Function.MODULO
                        || call.arguments().stream().anyMatch(MongoClaims::hasWholeResults));
    }

    private static boolean isWhole(Operand operand) {
        return operand.storage() == Scalar.INT32 || operand.storage() == Scalar.INT64;
    }

    private static boolean comparesOtherRemainders(Predicate.Compare compare) {
        return isRemainder(compare.left()) && (isOtherRemainder(compare.left()) || !isEquality(compare.comparison()));
    }

    private static boolean isOtherRemainder(Operand operand) {
        return isRemainder(operand)
                && operand instanceof Operand.Call call
                && !(call.arguments().get(0) instanceof FieldPath path
                        && !hasPosition(path)
                        && call.arguments().get(1) instanceof Value);
    }

    private static boolean isRemainder(Operand operand) {
        return operand instanceof Operand.Call call && call.function() == Function.MODULO;
    }
}
