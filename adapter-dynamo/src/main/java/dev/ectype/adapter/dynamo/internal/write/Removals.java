package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.expression.Untranslatable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.spi.Delete;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prepares removals: of an item under its conditions, and of its markers. */
final class Removals {
    private final Rows rows;
    private final DynamoSource source;

    Removals(DynamoSource source) {
        this.rows = new Rows(source);
        this.source = source;
    }

    /** Prepares a removal that needs nothing read; empty if markers go with it, or a condition has no expression. */
    Optional<Prepared.Ready> direct(Delete delete) {
        if (!source.uniques().isEmpty()) {
            return Optional.empty();
        }
        try {
            Action action = action(delete, Expr.and(Existence.there(source), rows.met(delete.conditions())));
            return Optional.of(
                    delete.returning().isEmpty()
                            ? Prepared.Ready.told(
                                    source, List.of(action), new WriteOutcome.Written(Effect.DELETED, Optional.empty()))
                            : Prepared.Ready.telling(source, action, Effect.DELETED));
        } catch (Untranslatable condition) {
            return Optional.empty();
        }
    }

    private Action action(Delete delete, Expr condition) {
        Placeholders placeholders = new Placeholders();
        return new Action(
                Action.Kind.DELETE,
                source.table(),
                rows.key(delete.key()),
                null,
                Expr.text(condition, placeholders),
                placeholders,
                item -> rows.staleUnless(item, delete.conditions()));
    }

    /** Prepares the removal of a row that was read, with its markers, under the condition that it still looks so. */
    Prepared computed(Delete delete, Map<String, AttributeValue> item) {
        Optional<Found> there = rows.find(item, delete.conditions());
        if (there.isEmpty()) {
            return new Prepared.Settled(Rows.STALE);
        }
        Found found = there.get();
        Set<Integer> unchanged = Rows.seen(delete.conditions(), delete.returning());
        source.uniques().forEach(index -> unchanged.addAll(Markers.slots(index)));
        Markers markers = new Markers(source);
        List<Action> actions = new ArrayList<>();
        actions.add(action(delete, Existence.unchanged(source, unchanged, found.item())));
        actions.addAll(markers.change(rows.key(delete.key()), found.item(), Map.of(), markers.violation()));
        return Prepared.Ready.told(
                source, actions, WriteOutcome.written(Effect.DELETED, delete.returning(), found.row()));
    }
}
