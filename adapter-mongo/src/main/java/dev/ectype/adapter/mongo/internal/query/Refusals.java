package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Source;
import java.util.List;

/** The words with which a request that cannot be planned in part is refused as a whole. */
final class Refusals {
    private Refusals() {}

    static UnsupportedQueryException condition(Source source, Predicate condition, String why) {
        return new UnsupportedQueryException(
                FilterTranslator.STORE,
                source.toString(),
                List.of(new UnsupportedQueryException.Refusal(condition.toString(), why)),
                "Ask otherwise: a write only takes place under conditions that the store tests itself.");
    }
}
