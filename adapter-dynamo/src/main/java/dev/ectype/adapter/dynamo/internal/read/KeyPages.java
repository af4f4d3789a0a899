package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.plan.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of keys, a hundred a page, in the order of the keys. */
final class KeyPages implements Pages {
    private final KeyReads reads;
    private final List<Map<String, AttributeValue>> keys;
    private int next;

    KeyPages(KeyReads reads, List<Map<String, AttributeValue>> keys) {
        this.reads = reads;
        this.keys = keys;
    }

    @Override
    public @Nullable List<Map<String, AttributeValue>> next() {
        if (next >= keys.size()) {
            return null;
        }
        List<Map<String, AttributeValue>> some = keys.subList(next, Math.min(next + Route.Keys.A_REQUEST, keys.size()));
        next += some.size();
        return reads.read(some);
    }
}
