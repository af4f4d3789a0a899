package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.call.Chunks;
import dev.ectype.adapter.dynamo.internal.plan.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Pages of an index that does not hold all that is asked for, completed from the table; as many requests at the same time as
 * the adapter may make.
 */
record Completing(Pages index, Fetch fetch) implements Pages {

    @Override
    public @Nullable List<Map<String, AttributeValue>> next() {
        List<Map<String, AttributeValue>> found = index.next();
        if (found == null) {
            return null;
        }
        List<Map<String, AttributeValue>> keys =
                found.stream().map(fetch.source()::keyOf).toList();
        List<List<Map<String, AttributeValue>>> whole =
                fetch.connection().workers().each(Chunks.of(keys, Route.Keys.A_REQUEST), new KeyReads(fetch)::read);
        return whole.stream().flatMap(List::stream).toList();
    }
}
