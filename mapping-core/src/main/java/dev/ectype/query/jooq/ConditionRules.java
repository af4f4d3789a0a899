package dev.ectype.query.jooq;

import dev.ectype.query.condition.AnyElementCondition;
import dev.ectype.query.condition.ContainsCondition;
import dev.ectype.query.condition.NativeCondition;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * What is known of each kind of condition. jOOQ's classes are not public, so the rule of one is found by its public
 * interface, once for each class.
 */
final class ConditionRules extends ClassValue<ConditionRules.Rule> {
    private static final Map<Class<?>, Rule> BY_INTERFACE = new LinkedHashMap<>();
    private static final ConditionRules BY_CLASS = new ConditionRules();

    /** Translates one kind of condition. */
    interface Rule {
        Predicate translate(Walk walk, Condition condition);
    }

    static {
        comparisons();
        connectives();
        texts();
        tests();
        own();
    }

    private ConditionRules() {}

    static Rule of(Condition condition) {
        return BY_CLASS.get(condition.getClass());
    }

    private static void comparisons() {
        rule(QOM.Eq.class, (Walk walk, QOM.Eq<?> c) -> Comparisons.of(walk, c.$arg1(), Comparison.EQ, c.$arg2()));
        rule(QOM.Ne.class, (Walk walk, QOM.Ne<?> c) -> Comparisons.of(walk, c.$arg1(), Comparison.NE, c.$arg2()));
        rule(QOM.Lt.class, (Walk walk, QOM.Lt<?> c) -> Comparisons.of(walk, c.$arg1(), Comparison.LT, c.$arg2()));
        rule(QOM.Le.class, (Walk walk, QOM.Le<?> c) -> Comparisons.of(walk, c.$arg1(), Comparison.LE, c.$arg2()));
        rule(QOM.Gt.class, (Walk walk, QOM.Gt<?> c) -> Comparisons.of(walk, c.$arg1(), Comparison.GT, c.$arg2()));
        rule(QOM.Ge.class, (Walk walk, QOM.Ge<?> c) -> Comparisons.of(walk, c.$arg1(), Comparison.GE, c.$arg2()));
        rule(QOM.Between.class, Ranges::between);
        rule(
                QOM.IsDistinctFrom.class,
                (Walk walk, QOM.IsDistinctFrom<?> c) -> Distinctness.distinct(walk, c.$arg1(), c.$arg2()));
        rule(
                QOM.IsNotDistinctFrom.class,
                (Walk walk, QOM.IsNotDistinctFrom<?> c) ->
                        Logic.not(Distinctness.distinct(walk, c.$arg1(), c.$arg2())));
        rule(QOM.InList.class, (Walk walk, QOM.InList<?> c) -> Alternatives.in(walk, c.$field(), c.$list()));
        rule(
                QOM.NotInList.class,
                (Walk walk, QOM.NotInList<?> c) -> Logic.not(Alternatives.in(walk, c.$field(), c.$list())));
    }

    private static void connectives() {
        rule(QOM.And.class, Logic::and);
        rule(QOM.Or.class, Logic::or);
        rule(QOM.Not.class, Logic::not);
        rule(QOM.True.class, (Walk walk, QOM.True c) -> Logic.TRUE);
        rule(QOM.False.class, (Walk walk, QOM.False c) -> Logic.FALSE);
        BY_INTERFACE.put(DSL.noCondition().getClass(), (walk, c) -> Logic.TRUE);
    }

    private static void texts() {
        rule(QOM.Like.class, (Walk walk, QOM.Like c) -> Texts.like(walk, c.$value(), c.$pattern(), c.$escape(), false));
        rule(
                QOM.NotLike.class,
                (Walk walk, QOM.NotLike c) ->
                        Logic.not(Texts.like(walk, c.$value(), c.$pattern(), c.$escape(), false)));
        rule(
                QOM.LikeIgnoreCase.class,
                (Walk walk, QOM.LikeIgnoreCase c) -> Texts.like(walk, c.$value(), c.$pattern(), c.$escape(), true));
        rule(
                QOM.NotLikeIgnoreCase.class,
                (Walk walk, QOM.NotLikeIgnoreCase c) ->
                        Logic.not(Texts.like(walk, c.$value(), c.$pattern(), c.$escape(), true)));
        rule(
                QOM.StartsWith.class,
                (Walk walk, QOM.StartsWith<?> c) -> Texts.of(walk, c.$string(), Match.STARTS_WITH, c.$prefix(), false));
        rule(
                QOM.StartsWithIgnoreCase.class,
                (Walk walk, QOM.StartsWithIgnoreCase<?> c) ->
                        Texts.of(walk, c.$string(), Match.STARTS_WITH, c.$prefix(), true));
        rule(
                QOM.EndsWith.class,
                (Walk walk, QOM.EndsWith<?> c) -> Texts.of(walk, c.$string(), Match.ENDS_WITH, c.$suffix(), false));
        rule(
                QOM.EndsWithIgnoreCase.class,
                (Walk walk, QOM.EndsWithIgnoreCase<?> c) ->
                        Texts.of(walk, c.$string(), Match.ENDS_WITH, c.$suffix(), true));
        rule(QOM.Contains.class, (Walk walk, QOM.Contains<?> c) -> Members.containsOf(walk, c.$value(), c.$content()));
        rule(
                QOM.ContainsIgnoreCase.class,
                (Walk walk, QOM.ContainsIgnoreCase<?> c) ->
                        Texts.of(walk, c.$value(), Match.CONTAINS, c.$content(), true));
    }

    private static void tests() {
        rule(QOM.IsNull.class, (Walk walk, QOM.IsNull c) -> Comparisons.isNull(walk, c.$field()));
        rule(QOM.IsNotNull.class, (Walk walk, QOM.IsNotNull c) -> Logic.not(Comparisons.isNull(walk, c.$field())));
        rule(QOM.FieldCondition.class, (Walk walk, QOM.FieldCondition c) -> Comparisons.isTrue(walk, c.$field()));
    }

    private static void own() {
        rule(ContainsCondition.class, Members::contains);
        rule(AnyElementCondition.class, Members::anyElement);
        rule(NativeCondition.class, (walk, c) -> new Predicate.Native(c.store(), c.condition()));
    }

    @SuppressWarnings("unchecked") // the rule of an interface is only given what implements it
    private static <C> void rule(Class<? super C> kind, BiFunction<Walk, C, Predicate> translation) {
        BY_INTERFACE.put(kind, (walk, condition) -> translation.apply(walk, (C) condition));
    }

    @Override
    protected Rule computeValue(Class<?> type) {
        return BY_INTERFACE.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse((walk, condition) -> {
                    throw Refusals.condition(condition);
                });
    }
}
