package dev.ectype.adapter.dynamo.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pages of an index that does not hold all that is asked for, completed from the table. */
record Completing(Pages index, Fetch fetch) implements Pages {
    private static final int KEYS_A_REQUEST = 100;

    @Override
    public @Nullable List<Map<String, AttributeValue>> next() {
        List<Map<String, AttributeValue>> found = index.next();
        if (found == null) {
            return null;
        }
        List<Map<String, AttributeValue>> keys =
                found.stream().map(fetch.source()::keyOf).toList();
        List<Map<String, AttributeValue>> whole = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_A_REQUEST) {
            whole.addAll(new KeyReads(fetch).read(keys.subList(from, Math.min(from + KEYS_A_REQUEST, keys.size()))));
        }
        return whole;
    }
}
