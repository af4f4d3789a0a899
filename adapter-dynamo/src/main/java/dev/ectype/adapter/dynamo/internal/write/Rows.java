package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.expression.ConditionTranslator;
import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rows of one source, as writes see them.
 *
 * @param source the source
 */
record Rows(DynamoSource source) {
    static final WriteOutcome STALE = new WriteOutcome.Stale();

    /** Does work with values, and says which of them cannot be stored. */
    <T> T storable(Supplier<T> work) {
        try {
            return work.get();
        } catch (Unstorable unstorable) {
            throw unstorable.toMappingException(source.source().toString());
        }
    }

    Map<String, AttributeValue> key(List<Object> key) {
        return storable(() -> source.key(key));
    }

    /** Returns the item of a row, whose key must be whole. */
    Map<String, AttributeValue> item(Row row) {
        storable(() -> source.key(source.keyOf(row)));
        return storable(() -> source.item(row));
    }

    /**
     * Returns the expression of conditions on a row that is there.
     *
     * @throws dev.ectype.adapter.dynamo.internal.expression.Untranslatable if one of them has none
     */
    Expr met(List<Predicate> conditions) {
        return Expr.and(conditions.stream()
                .map(condition -> ConditionTranslator.whereTrue(source, condition))
                .toList());
    }

    /** Returns the row of an item, if it is there and meets the conditions. */
    Optional<Found> find(Map<String, AttributeValue> item, List<Predicate> conditions) {
        return Found.of(source, item)
                .filter(found ->
                        conditions.isEmpty() || Evaluator.ofAll(conditions).matches(found.row()));
    }

    /** A row that is there and meets the conditions was changed by another, or lacks what an expression needs. */
    Optional<WriteOutcome> staleUnless(Map<String, AttributeValue> item, List<Predicate> conditions) {
        return find(item, conditions).isPresent() ? Optional.empty() : Optional.of(STALE);
    }

    /** Returns the slots on which the outcome of a write rests. */
    static Set<Integer> seen(List<Predicate> conditions, List<Integer> returning) {
        Set<Integer> slots = new TreeSet<>(returning);
        conditions.forEach(condition -> SlotsUsed.by(condition, slots::add));
        return slots;
    }
}
