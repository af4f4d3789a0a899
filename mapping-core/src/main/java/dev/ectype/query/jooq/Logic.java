package dev.ectype.query.jooq;

import dev.ectype.query.ir.Predicate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** Translates the connectives: chains become flat, constants disappear, double negations too. */
final class Logic {
    static final Predicate TRUE = new Predicate.Constant(true);
    static final Predicate FALSE = new Predicate.Constant(false);

    private Logic() {}

    static Predicate and(Walk walk, QOM.And and) {
        Deque<Condition> pending = new ArrayDeque<>();
        List<Predicate> terms = new ArrayList<>();
        for (Condition next = and; next != null; next = pending.poll()) {
            if (next instanceof QOM.And inner) {
                pending.push(inner.$arg2());
                pending.push(inner.$arg1());
            } else if (next != DSL.noCondition()) {
                terms.add(walk.condition(next));
            }
        }
        return and(terms);
    }

    static Predicate or(Walk walk, QOM.Or or) {
        Deque<Condition> pending = new ArrayDeque<>();
        List<Predicate> terms = new ArrayList<>();
        for (Condition next = or; next != null; next = pending.poll()) {
            if (next instanceof QOM.Or inner) {
                pending.push(inner.$arg2());
                pending.push(inner.$arg1());
            } else if (next != DSL.noCondition()) {
                terms.add(walk.condition(next));
            }
        }
        return or(terms);
    }

    static Predicate not(Walk walk, QOM.Not not) {
        boolean negated = true;
        Condition term = not.$condition();
        while (term instanceof QOM.Not inner) {
            negated = !negated;
            term = inner.$condition();
        }
        Predicate translated = walk.condition(term);
        return negated ? not(translated) : translated;
    }

    static Predicate and(List<Predicate> terms) {
        List<Predicate> flat = new ArrayList<>(terms.size());
        for (Predicate term : terms) {
            if (term instanceof Predicate.And inner) {
                flat.addAll(inner.terms());
            } else if (isConstant(term, false)) {
                return FALSE;
            } else if (!isConstant(term, true)) {
                flat.add(term);
            }
        }
        return flat.isEmpty() ? TRUE : flat.size() == 1 ? flat.get(0) : new Predicate.And(flat);
    }

    static Predicate or(List<Predicate> terms) {
        List<Predicate> flat = new ArrayList<>(terms.size());
        for (Predicate term : terms) {
            if (term instanceof Predicate.Or inner) {
                flat.addAll(inner.terms());
            } else if (isConstant(term, true)) {
                return TRUE;
            } else if (!isConstant(term, false)) {
                flat.add(term);
            }
        }
        return flat.isEmpty() ? FALSE : flat.size() == 1 ? flat.get(0) : new Predicate.Or(flat);
    }

    private static boolean isConstant(Predicate term, boolean value) {
        return term instanceof Predicate.Constant constant && constant.value() == value;
    }

    static Predicate not(Predicate term) {
        if (term instanceof Predicate.Constant constant) {
            return constant.value() ? FALSE : TRUE;
        }
        return term instanceof Predicate.Not inner ? inner.term() : new Predicate.Not(term);
    }
}
