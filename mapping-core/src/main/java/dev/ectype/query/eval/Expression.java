package dev.ectype.query.eval;

import org.jspecify.annotations.Nullable;

/** An operand prepared for evaluation. */
interface Expression {

    /** Returns the operand's value for a row or, below an element test, for an element; null if it has none. */
    @Nullable Object of(@Nullable Object root);
}
