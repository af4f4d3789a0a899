package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prepares insertions: the item under the condition that there is none, and its markers. */
final class Insertions {
    private final Rows rows;
    private final DynamoSource source;
    private final Markers markers;

    Insertions(DynamoSource source) {
        this.rows = new Rows(source);
        this.source = source;
        this.markers = new Markers(source);
    }

    /** What it means that a row is there already. */
    interface There {
        /** Returns the outcome of the insertion; empty to try again. */
        Optional<WriteOutcome> means(Found found);
    }

    /** Prepares an insertion that does not put up with a conflict. */
    Prepared.Ready only(Insert insert) {
        return prepare(insert, found -> Optional.of(keyTaken()), markers.violation());
    }

    /**
     * Prepares the insertion of a row that is not there.
     *
     * @param there what the row means that is there already
     * @param taken what it means that another row has a unique value
     */
    Prepared.Ready prepare(Insert insert, There there, Markers.Taken taken) {
        Map<String, AttributeValue> item = rows.item(insert.row());
        Placeholders placeholders = new Placeholders();
        String condition = Expr.text(Existence.absent(source), placeholders);
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(
                Action.Kind.PUT,
                source.table(),
                item,
                null,
                condition,
                placeholders,
                found -> Found.of(source, found).flatMap(there::means)));
        actions.addAll(markers.change(source.keyOf(item), Map.of(), item, taken));
        return Prepared.Ready.told(
                source, actions, WriteOutcome.written(Effect.INSERTED, insert.returning(), insert.row()));
    }

    /** Returns the outcome of an insertion whose key is taken. */
    WriteOutcome keyTaken() {
        return new WriteOutcome.Violated(List.of(Violation.ofPrimaryKey(source.source())));
    }

    /** Prepares an insertion whose unique values must be free, and which is tried again when its key is taken. */
    Prepared.Ready unlessThere(Insert insert) {
        return prepare(insert, found -> Optional.empty(), markers.violation());
    }

    /** Prepares the check that a row is there, for an insertion that keeps it. */
    Prepared.Ready kept(Insert insert, Found found) {
        Placeholders placeholders = new Placeholders();
        String condition = Expr.text(Existence.unchanged(source, insert.returning(), found.item()), placeholders);
        Action check = new Action(
                Action.Kind.CHECK,
                source.table(),
                source.keyOf(found.item()),
                null,
                condition,
                placeholders,
                item -> Optional.empty());
        return Prepared.Ready.told(
                source, List.of(check), WriteOutcome.written(Effect.UNCHANGED, insert.returning(), found.row()));
    }
}
