package dev.ectype.query.jooq;

import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.QOM;

/** What is known of each kind of field that is neither a column nor a constant; found as conditions are. */
final class OperandRules extends ClassValue<OperandRules.Rule> {
    private static final Map<Class<?>, Rule> BY_INTERFACE = new LinkedHashMap<>();
    private static final OperandRules BY_CLASS = new OperandRules();

    /** Translates one kind of field. */
    interface Rule {
        Operand translate(Walk walk, Field<?> field);
    }

    static {
        rule(QOM.Lower.class, (Walk walk, QOM.Lower f) -> Calls.ofText(walk, Function.LOWER, f.$string()));
        rule(QOM.Upper.class, (Walk walk, QOM.Upper f) -> Calls.ofText(walk, Function.UPPER, f.$string()));
        rule(QOM.CharLength.class, (Walk walk, QOM.CharLength f) -> Calls.ofText(walk, Function.LENGTH, f.$string()));
        rule(QOM.Coalesce.class, (Walk walk, QOM.Coalesce<?> f) -> Calls.coalesce(walk, f.$arg1()));
        rule(QOM.Nvl.class, (Walk walk, QOM.Nvl<?> f) -> Calls.coalesce(walk, List.of(f.$value(), f.$defaultValue())));
        rule(QOM.Add.class, (Walk walk, QOM.Add<?> f) -> Calls.arithmetic(walk, Function.ADD, f.$arg1(), f.$arg2()));
        rule(
                QOM.Sub.class,
                (Walk walk, QOM.Sub<?> f) -> Calls.arithmetic(walk, Function.SUBTRACT, f.$arg1(), f.$arg2()));
        rule(
                QOM.Mul.class,
                (Walk walk, QOM.Mul<?> f) -> Calls.arithmetic(walk, Function.MULTIPLY, f.$arg1(), f.$arg2()));
        rule(QOM.Div.class, (Walk walk, QOM.Div<?> f) -> Calls.arithmetic(walk, Function.DIVIDE, f.$arg1(), f.$arg2()));
        rule(
                QOM.Mod.class,
                (Walk walk, QOM.Mod<?> f) -> Calls.arithmetic(walk, Function.MODULO, f.$dividend(), f.$divisor()));
        rule(QOM.Cast.class, (Walk walk, QOM.Cast<?> f) -> Calls.cast(walk, f));
        for (Class<? extends Field<?>> aggregate : Aggregates.KINDS) {
            BY_INTERFACE.put(aggregate, (walk, field) -> {
                throw Refusals.aggregateOutsideGroups(field);
            });
        }
        rule(QOM.Neg.class, (Walk walk, QOM.Neg<?> f) -> Calls.negation(walk, f.$arg1()));
    }

    private OperandRules() {}

    static Rule of(Field<?> field) {
        return BY_CLASS.get(field.getClass());
    }

    @SuppressWarnings("unchecked") // the rule of an interface is only given what implements it
    private static <F> void rule(Class<? super F> kind, BiFunction<Walk, F, Operand> translation) {
        BY_INTERFACE.put(kind, (walk, field) -> translation.apply(walk, (F) field));
    }

    @Override
    protected Rule computeValue(Class<?> type) {
        return BY_INTERFACE.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse((walk, field) -> {
                    throw Refusals.field(field, walk.scope());
                });
    }
}
