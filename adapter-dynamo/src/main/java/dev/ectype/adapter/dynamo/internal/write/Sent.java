package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of writes that were sent together. */
sealed interface Sent {

    /** All of them took place. */
    record Done(List<WriteOutcome> outcomes) implements Sent {}

    /**
     * None of them took place.
     *
     * @param refusals for each write what its refused items mean; empty if none was refused, or it should be tried again
     * @param seen for each write the item of its row, if its condition did not hold: without attributes if there is none
     */
    record Refused(List<Optional<WriteOutcome>> refusals, List<Optional<Map<String, AttributeValue>>> seen)
            implements Sent {
        /** Tells whether one of the writes was refused for good. */
        boolean isFinal() {
            return refusals.stream().anyMatch(Optional::isPresent);
        }
    }
}
