package dev.ectype.query.eval;

import org.jspecify.annotations.Nullable;

/** A predicate prepared for evaluation. */
interface Condition {

    /** Returns the answer for a row or, below an element test, for an element. */
    Truth of(@Nullable Object root);
}
