package dev.ectype.query.eval;

import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition prepared once and asked for many rows: the definition of what a query means. Immutable and safe for use by
 * several threads.
 */
public final class Evaluator {
    private final Condition condition;

    private Evaluator(Condition condition) {
        this.condition = condition;
    }

    /**
     * Prepares a condition.
     *
     * @throws dev.ectype.error.MappingException if a part of it is native, which only its own store can decide
     */
    public static Evaluator of(Predicate predicate) {
        return new Evaluator(PredicateCompiler.compile(predicate));
    }

    /**
     * Prepares the conjunction of conditions; of none, it is true.
     *
     * @throws dev.ectype.error.MappingException if a part of them is native, which only its own store can decide
     */
    public static Evaluator ofAll(List<Predicate> conjuncts) {
        return new Evaluator(Logic.all(PredicateCompiler.compile(conjuncts)));
    }

    /** Returns the answer for a row. */
    public Truth test(Row row) {
        return condition.of(row);
    }

    /** Tells whether the answer for an element is true, for conditions whose paths start at an element of a list. */
    public boolean matchesElement(@Nullable Object element) {
        return condition.of(element) == Truth.TRUE;
    }

    /** Tells whether the answer for a row is true. */
    public boolean matches(Row row) {
        return condition.of(row) == Truth.TRUE;
    }
}
