package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.read.Expiry;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.types.stored.Row;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row as the store has it.
 *
 * @param item its attributes
 * @param row the row
 */
record Found(Map<String, AttributeValue> item, Row row) {

    /** Returns the row of an item, or nothing if it has no attributes or has expired. */
    static Optional<Found> of(DynamoSource source, Map<String, AttributeValue> item) {
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(item, source.format().readRow(item)))
                        .filter(found -> Expiry.isAlive(source).test(found.row));
    }
}
