package dev.ectype.adapter.dynamo.internal.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pages of items, one after the other. Used by one thread. */
interface Pages {

    /** Returns the next page, which may be empty, or null at the end. */
    @Nullable List<Map<String, AttributeValue>> next();
}
