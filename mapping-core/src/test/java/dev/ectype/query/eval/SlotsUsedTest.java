package dev.ectype.query.eval;

import static dev.ectype.query.eval.Samples.compare;
import static dev.ectype.query.eval.Samples.field;
import static dev.ectype.query.eval.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlotsUsedTest {

    @Test
    void findsTheSlotsOfEveryOperand() {
        Operand sum = Samples.call(Function.ADD, Scalar.INT64, field(2), field(3));
        Predicate predicate = new Predicate.Or(List.of(
                new Predicate.Not(compare(0, Comparison.EQ, 1)), new Predicate.Compare(sum, Comparison.GT, value(1))));
        assertThat(slots(predicate)).containsExactly(0, 2, 3);
    }

    @Test
    void anElementTestReadsItsListAndNoSlotOfTheRow() {
        assertThat(slots(new Predicate.AnyElement(field(1), compare(3, Comparison.EQ, 1))))
                .containsExactly(1);
    }

    private static NavigableSet<Integer> slots(Predicate predicate) {
        NavigableSet<Integer> slots = new TreeSet<>();
        SlotsUsed.by(predicate, slots::add);
        return slots;
    }
}
