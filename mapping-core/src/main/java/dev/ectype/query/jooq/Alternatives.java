package dev.ectype.query.jooq;

import dev.ectype.query.condition.SizeField;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Param;

/** Translates lists of alternatives. */
final class Alternatives {
    private Alternatives() {}

    static Predicate in(Walk walk, Field<?> field, List<? extends Field<?>> list) {
        if (field instanceof Param) {
            throw Refusals.constantAlone(field);
        }
        if (field instanceof SizeField) {
            return Logic.or(list.stream()
                    .map(size -> Comparisons.of(walk, field, Comparison.EQ, size))
                    .toList());
        }
        Operand operand = walk.operand(field);
        List<Value> values = new ArrayList<>(list.size());
        for (Field<?> alternative : list) {
            values.add(value(walk, field, operand, alternative));
        }
        return new Predicate.In(operand, values);
    }

    private static Value value(Walk walk, Field<?> field, Operand operand, Field<?> alternative) {
        if (!(alternative instanceof Param<?> param)) {
            throw Refusals.alternativeIsNoConstant(field);
        }
        Value value = walk.value(param, field, operand);
        Kinds.requireComparable(operand, Comparison.EQ, value);
        return value;
    }
}
