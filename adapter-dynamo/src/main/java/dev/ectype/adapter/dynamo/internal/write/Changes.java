package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.expression.Untranslatable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.change.RowChanges;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prepares changes: by one expression where the store can make them, computed from the row that is there otherwise. */
final class Changes {
    private final Rows rows;
    private final DynamoSource source;
    private final Markers markers;

    Changes(DynamoSource source) {
        this.rows = new Rows(source);
        this.source = source;
        this.markers = new Markers(source);
    }

    /** Prepares a change that the store makes by itself; empty if it cannot, or if markers change with it. */
    Optional<Prepared.Ready> direct(Update update) {
        requireNoKey(update.assignments());
        if (touchesUnique(update.assignments()) || !DirectChange.isPossible(source, update.assignments())) {
            return Optional.empty();
        }
        try {
            return Optional.of(directly(update));
        } catch (Untranslatable condition) {
            return Optional.empty();
        }
    }

    private Prepared.Ready directly(Update update) {
        Placeholders placeholders = new Placeholders();
        UpdateText text = new UpdateText(placeholders);
        DirectChange change = new DirectChange(source, text);
        Expr guards = rows.storable(() -> change.addAll(update.assignments()));
        Expr condition = Expr.and(Existence.there(source), rows.met(update.conditions()), guards);
        Action action = action(update, text, Expr.text(condition, placeholders), placeholders);
        return update.returning().isEmpty()
                ? Prepared.Ready.told(
                        source, List.of(action), new WriteOutcome.Written(Effect.UPDATED, Optional.empty()))
                : Prepared.Ready.telling(source, action, Effect.UPDATED);
    }

    private Action action(Update update, UpdateText text, String condition, Placeholders placeholders) {
        return new Action(
                Action.Kind.UPDATE,
                source.table(),
                rows.key(update.key()),
                text.text(),
                condition,
                placeholders,
                item -> rows.staleUnless(item, update.conditions()));
    }

    private boolean touchesUnique(List<Assignment> assignments) {
        Set<Integer> touched = touched(assignments);
        return source.uniques().stream()
                .flatMap(index -> Markers.slots(index).stream())
                .anyMatch(touched::contains);
    }

    private static Set<Integer> touched(List<Assignment> assignments) {
        Set<Integer> slots = new TreeSet<>();
        assignments.forEach(assignment -> slots.add(assignment.path().slot()));
        return slots;
    }

    private void requireNoKey(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            if (source.source().key().contains(assignment.path().slot())) {
                throw new MappingException(
                        MappingException.Kind.UNSUPPORTED,
                        "DynamoDB does not change keys: insert a new row and delete the old one",
                        Map.of("store", "DynamoDB", "field", assignment.path().toString()));
            }
        }
    }

    /** Prepares a change that is computed from the row that was read, under the condition that it still looks so. */
    Prepared computed(Update update, Map<String, AttributeValue> item) {
        requireNoKey(update.assignments());
        Optional<Found> there = rows.find(item, update.conditions());
        if (there.isEmpty()) {
            return new Prepared.Settled(Rows.STALE);
        }
        Found found = there.get();
        Row changed = new RowChanges(update.assignments()).apply(found.row());
        List<Action> actions = new ArrayList<>();
        actions.add(rewriting(update, found, changed));
        actions.addAll(markers.change(
                rows.key(update.key()), found.item(), rows.storable(() -> source.item(changed)), markers.violation()));
        return Prepared.Ready.told(source, actions, WriteOutcome.written(Effect.UPDATED, update.returning(), changed));
    }

    private Action rewriting(Update update, Found found, Row changed) {
        Placeholders placeholders = new Placeholders();
        UpdateText text = new UpdateText(placeholders);
        Set<Integer> touched = touched(update.assignments());
        List<Assignment> whole = touched.stream()
                .map(slot -> Assignment.set(path(slot), changed.get(slot)))
                .toList();
        rows.storable(() -> new DirectChange(source, text).addAll(whole));
        Set<Integer> unchanged = Rows.seen(update.conditions(), update.returning());
        unchanged.addAll(touched);
        if (touchesUnique(update.assignments())) {
            source.uniques().forEach(index -> unchanged.addAll(Markers.slots(index)));
        }
        Expr condition = Existence.unchanged(source, unchanged, found.item());
        return action(update, text, Expr.text(condition, placeholders), placeholders);
    }

    private FieldPath path(int slot) {
        Layout.Slot field = source.source().layout().slot(slot);
        return new FieldPath(List.of(new FieldPath.Slot(field.name(), field.source(), slot)), field.storage(), false);
    }
}
