package dev.ectype.query.eval;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds the slots of a row that must be fetched before a condition or an operand can be evaluated. */
public final class SlotsUsed {
    private SlotsUsed() {}

    /** Passes on every slot that the condition reads, in any order and some more than once. */
    public static void by(Predicate predicate, IntConsumer slots) {
        predicate.accept(new InPredicate(new InOperand(slots)));
    }

    /** Passes on every slot that the operand reads, in any order and some more than once. */
    public static void by(Operand operand, IntConsumer slots) {
        operand.accept(new InOperand(slots));
    }

    private record InOperand(IntConsumer slots) implements Operand.Visitor<Boolean> {
        @Override
        public Boolean field(FieldPath field) {
            slots.accept(field.slot());
            return true;
        }

        @Override
        public Boolean value(Value value) {
            return false;
        }

        @Override
        public Boolean call(Operand.Call call) {
            call.arguments().forEach(argument -> argument.accept(this));
            return true;
        }
    }

    /** What is below an element test starts at the element, so it reads no slot of the row. */
    private record InPredicate(InOperand operands) implements Predicate.Visitor<Boolean> {
        private Boolean all(List<Predicate> terms) {
            terms.forEach(term -> term.accept(this));
            return true;
        }

        @Override
        public Boolean and(Predicate.And and) {
            return all(and.terms());
        }

        @Override
        public Boolean or(Predicate.Or or) {
            return all(or.terms());
        }

        @Override
        public Boolean not(Predicate.Not not) {
            return not.term().accept(this);
        }

        @Override
        public Boolean constant(Predicate.Constant constant) {
            return false;
        }

        @Override
        public Boolean compare(Predicate.Compare compare) {
            compare.left().accept(operands);
            return compare.right().accept(operands);
        }

        @Override
        public Boolean in(Predicate.In in) {
            return in.operand().accept(operands);
        }

        @Override
        public Boolean isNull(Predicate.IsNull isNull) {
            return isNull.operand().accept(operands);
        }

        @Override
        public Boolean text(Predicate.Text text) {
            return text.operand().accept(operands);
        }

        @Override
        public Boolean contains(Predicate.Contains contains) {
            return operands.field(contains.list());
        }

        @Override
        public Boolean containsAll(Predicate.ContainsAll containsAll) {
            return operands.field(containsAll.list());
        }

        @Override
        public Boolean anyElement(Predicate.AnyElement anyElement) {
            return operands.field(anyElement.list());
        }

        @Override
        public Boolean size(Predicate.Size size) {
            return operands.field(size.list());
        }

        @Override
        public Boolean nativeCondition(Predicate.Native nativeCondition) {
            return false;
        }
    }
}
