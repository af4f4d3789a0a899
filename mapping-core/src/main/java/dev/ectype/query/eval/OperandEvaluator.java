package dev.ectype.query.eval;

import dev.ectype.query.ir.Operand;
import dev.ectype.types.stored.Row;
import org.jspecify.annotations.Nullable;

/** An operand prepared once and computed for many rows. Immutable and safe for use by several threads. */
public final class OperandEvaluator {
    private final Expression expression;

    private OperandEvaluator(Expression expression) {
        this.expression = expression;
    }

    /** Prepares an operand. */
    public static OperandEvaluator of(Operand operand) {
        return new OperandEvaluator(OperandCompiler.compile(operand));
    }

    /** Returns the value for a row in its neutral stored form, or null. */
    public @Nullable Object valueFor(Row row) {
        return expression.of(row);
    }
}
