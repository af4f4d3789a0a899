package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is to be done for one write. */
sealed interface Prepared {

    /** Nothing: what was read says it all. */
    record Settled(WriteOutcome outcome) implements Prepared {}

    /**
     * Items to write, that of the row first, then the markers of its unique values.
     *
     * @param source the source of the row
     * @param actions the items
     * @param done the outcome when all are written; its row is left out where the store is to tell it
     * @param telling whether the store is to tell the row, which it does of a write of one item
     */
    record Ready(DynamoSource source, List<Action> actions, WriteOutcome done, boolean telling) implements Prepared {
        /** Copies the list. */
        public Ready {
            actions = List.copyOf(actions);
        }

        /** Returns what is to be done when its outcome is known beforehand. */
        static Ready told(DynamoSource source, List<Action> actions, WriteOutcome done) {
            return new Ready(source, actions, done, false);
        }

        /** Returns what is to be done when the store is to tell the row. */
        static Ready telling(DynamoSource source, Action action, WriteOutcome.Effect effect) {
            return new Ready(source, List.of(action), new WriteOutcome.Written(effect, Optional.empty()), true);
        }

        /** Tells whether it is one write of one item. */
        boolean isSingle() {
            return actions.size() == 1;
        }

        /** Returns the outcome, with the row that the store tells. */
        WriteOutcome outcome(Map<String, AttributeValue> told) {
            return telling && done instanceof WriteOutcome.Written written
                    ? new WriteOutcome.Written(
                            written.effect(), Optional.of(source.format().readRow(told)))
                    : done;
        }
    }
}
