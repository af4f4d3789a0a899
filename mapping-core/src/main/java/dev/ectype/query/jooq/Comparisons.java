package dev.ectype.query.jooq;

import dev.ectype.query.condition.SizeField;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage.Scalar;
import org.jooq.Field;
import org.jooq.Param;

/** Translates comparisons and tests for null; a constant on the left changes sides. */
final class Comparisons {
    private Comparisons() {}

    static Predicate of(Walk walk, Field<?> left, Comparison comparison, Field<?> right) {
        if (left instanceof Param) {
            if (right instanceof Param) {
                throw Refusals.constantAlone(right);
            }
            return of(walk, right, comparison.mirrored(), left);
        }
        if (left instanceof SizeField size) {
            return Members.size(walk, size, comparison, right);
        }
        return right instanceof SizeField size
                ? Members.size(walk, size, comparison.mirrored(), left)
                : ofOperands(walk, left, comparison, right);
    }

    private static Predicate ofOperands(Walk walk, Field<?> left, Comparison comparison, Field<?> right) {
        Operand l = walk.operand(left);
        Operand r = right instanceof Param<?> param ? walk.value(param, left, l) : walk.operand(right);
        Kinds.requireComparable(l, comparison, r);
        if (!(l instanceof Value)) {
            return new Predicate.Compare(l, comparison, r);
        }
        if (r instanceof Value) {
            throw Refusals.constantAlone(right);
        }
        return new Predicate.Compare(r, comparison.mirrored(), l);
    }

    static Predicate isNull(Walk walk, Field<?> field) {
        if (field instanceof Param) {
            throw Refusals.constantAlone(field);
        }
        return new Predicate.IsNull(field instanceof SizeField size ? walk.path(size.list()) : walk.operand(field));
    }

    static Predicate isTrue(Walk walk, Field<?> field) {
        if (field instanceof Param<?> param && Literals.optional(param) instanceof Boolean value) {
            return value ? Logic.TRUE : Logic.FALSE;
        }
        Operand operand = walk.operand(field);
        if (operand.storage() != Scalar.BOOLEAN) {
            throw Refusals.wrongOperand(operand, "a condition of its own", "a boolean column");
        }
        return new Predicate.Compare(operand, Comparison.EQ, new Value(true, Scalar.BOOLEAN, false));
    }
}
