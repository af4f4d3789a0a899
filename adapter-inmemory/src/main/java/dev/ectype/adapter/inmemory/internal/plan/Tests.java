package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.plan.ColumnTest.Form;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the conjuncts of a query say of single fields. Only they lead to rows; a disjunction never does. Immutable. */
final class Tests {
    private final List<ColumnTest> tests;

    private Tests(List<ColumnTest> tests) {
        this.tests = tests;
    }

    static Tests of(List<Predicate> conjuncts) {
        List<ColumnTest> tests = new ArrayList<>(conjuncts.size());
        for (int i = 0; i < conjuncts.size(); i++) {
            ColumnTest test = ColumnTest.of(i, conjuncts.get(i));
            if (test != null) {
                tests.add(test);
            }
        }
        return new Tests(tests);
    }

    /** Returns the first test of a field in one of the forms, or null. */
    @Nullable ColumnTest find(List<FieldPath.Step> steps, Set<Form> forms) {
        for (ColumnTest test : tests) {
            if (forms.contains(test.form()) && test.isOn(steps)) {
                return test;
            }
        }
        return null;
    }

    /** Tells whether there is a test of a field. */
    boolean mention(List<FieldPath.Step> steps) {
        for (ColumnTest test : tests) {
            if (test.isOn(steps)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the operands of a test, each once and in ascending order. */
    static List<@Nullable Object> distinct(ColumnTest test) {
        if (test.values().size() < 2) {
            return test.values();
        }
        Set<@Nullable Object> ascending = new TreeSet<>(Values::compareNullLowest);
        ascending.addAll(test.values());
        return new ArrayList<>(ascending);
    }
}
