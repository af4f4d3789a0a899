package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.ir.Predicate;
import java.util.Optional;

/** Weaker conditions for those that have no exact expression: no row is missing, and the core checks each again. */
public final class Narrowing {
    private Narrowing() {}

    /** Returns a weaker condition that the store can test, or nothing if there is none. */
    public static Optional<Expr> of(DynamoSource source, Predicate conjunct) {
        if (!(conjunct instanceof Predicate.Text text)) {
            return Optional.empty();
        }
        try {
            return new TextTests(source, true).narrowing(text);
        } catch (Untranslatable | Unstorable none) {
            return Optional.empty();
        }
    }
}
