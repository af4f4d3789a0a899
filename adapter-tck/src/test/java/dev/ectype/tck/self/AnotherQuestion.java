package dev.ectype.tck.self;

import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import java.util.function.UnaryOperator;

/** An adapter that plans another query than the one that it gives its verdicts on. */
final class AnotherQuestion extends MapAdapter {
    private final UnaryOperator<QueryRequest> another;

    AnotherQuestion(UnaryOperator<QueryRequest> another) {
        this.another = another;
    }

    @Override
    public PushDown plan(QueryRequest query) {
        PushDown promised = super.plan(query);
        return new PushDown(
                super.plan(another.apply(query)).plan(), promised.where(), promised.order(), promised.window());
    }
}
