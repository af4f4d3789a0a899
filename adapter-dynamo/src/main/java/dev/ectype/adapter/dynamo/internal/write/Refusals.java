package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.error.MappingException;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/** Reads why a transaction was cancelled, item by item. */
final class Refusals {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError");

    private Refusals() {}

    /** Returns the item whose condition did not hold: without attributes if there is none; empty if it was not that. */
    static Optional<Map<String, AttributeValue>> itemOf(CancellationReason reason) {
        return CONDITION.equals(reason.code())
                ? Optional.of(reason.hasItem() ? reason.item() : Map.of())
                : Optional.empty();
    }

    /** Returns what the reasons of the items of one write mean; empty if it was not at fault, or should be tried again. */
    static Optional<WriteOutcome> of(List<Action> actions, List<CancellationReason> reasons) {
        List<Violation> violations = new ArrayList<>();
        Optional<WriteOutcome> other = Optional.empty();
        for (int i = 0; i < actions.size(); i++) {
            requireKnown(reasons.get(i));
            Optional<WriteOutcome> meaning =
                    itemOf(reasons.get(i)).flatMap(actions.get(i).refused());
            if (meaning.isPresent() && meaning.get() instanceof WriteOutcome.Violated violated) {
                violations.addAll(violated.violations());
            } else if (meaning.isPresent()) {
                other = meaning;
            }
        }
        return violations.isEmpty() || other.isPresent() ? other : Optional.of(new WriteOutcome.Violated(violations));
    }

    private static void requireKnown(CancellationReason reason) {
        if (!PASSING.contains(reason.code()) && !CONDITION.equals(reason.code())) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "DynamoDB does not accept an item of the transaction: " + reason.message(),
                    Map.of("store", "DynamoDB", "code", String.valueOf(reason.code())));
        }
    }
}
