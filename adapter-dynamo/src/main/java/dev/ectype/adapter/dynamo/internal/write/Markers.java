package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.expression.Term;
import dev.ectype.adapter.dynamo.internal.expression.Tests;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The markers of unique values: items of a table beside the records' own, one for each set of values that a unique index
 * keeps apart. A marker says whose it is, and is written in the transaction that writes the record.
 */
public final class Markers {
    /** The key of the table of markers. */
    public static final String KEY = "marker";

    /** The attribute that holds the key of the record. */
    public static final String OWNER = "owner";

    private static final String SUFFIX = ".unique";
    private final DynamoSource source;

    Markers(DynamoSource source) {
        this.source = source;
    }

    /** Returns the name of the table of markers. */
    public static String table(DynamoSource source) {
        return source.table() + SUFFIX;
    }

    /** Returns the key of the marker that a record has for an index; empty if it does not stand in the index. */
    public static Optional<String> keyOf(DynamoSource source, Source.Index index, Map<String, AttributeValue> item) {
        if (item.isEmpty() || (index.isPartial() && !meets(source, index, item))) {
            return Optional.empty();
        }
        List<AttributeValue> values = new ArrayList<>();
        for (FieldPath field : index.fields()) {
            AttributeValue value = item.get(source.format().name(field.slot()));
            if (value == null || Boolean.TRUE.equals(value.nul())) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(MarkerKeys.of(index.name(), values));
    }

    private static boolean meets(DynamoSource source, Source.Index index, Map<String, AttributeValue> item) {
        return Evaluator.ofAll(index.conditions()).matches(source.format().readRow(item));
    }

    /** Returns the slots on which the marker of a record rests. */
    static Set<Integer> slots(Source.Index index) {
        Set<Integer> slots = new TreeSet<>();
        index.fields().forEach(field -> slots.add(field.slot()));
        index.conditions().forEach(condition -> SlotsUsed.by(condition, slots::add));
        return slots;
    }

    /** Returns the marker of a record. */
    public static Map<String, AttributeValue> marker(String key, Map<String, AttributeValue> owner) {
        return Map.of(KEY, AttributeValue.createS(key), OWNER, AttributeValue.createM(owner));
    }

    /**
     * Returns what must be written for a record that changes: markers for new values, none for old ones.
     *
     * @param owner the key of the record
     * @param before its attributes before; empty if it was not there
     * @param after its attributes after; empty if it is gone
     * @param taken says what it means that the marker of an index is another's, whose key is given
     */
    List<Action> change(
            Map<String, AttributeValue> owner,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after,
            Taken taken) {
        List<Action> actions = new ArrayList<>();
        for (Source.Index index : source.uniques()) {
            Optional<String> old = keyOf(source, index, before);
            Optional<String> made = keyOf(source, index, after);
            if (!old.equals(made)) {
                made.ifPresent(key -> actions.add(put(key, owner, item -> taken.by(index, ownerOf(item)))));
                old.ifPresent(key -> actions.add(remove(key, owner)));
            }
        }
        return actions;
    }

    /** Returns the key of the record that a marker belongs to. */
    public static Map<String, AttributeValue> ownerOf(Map<String, AttributeValue> marker) {
        return Objects.requireNonNull(marker.get(OWNER), "a marker has an owner")
                .m();
    }

    /** What it means that a marker is another's. */
    interface Taken {
        /** Returns the outcome of the write; empty to try again. */
        Optional<WriteOutcome> by(Source.Index index, Map<String, AttributeValue> owner);
    }

    /** Reports that another record has the value. */
    Taken violation() {
        return (index, owner) -> Optional.of(new WriteOutcome.Violated(List.of(Violation.of(source.source(), index))));
    }

    private Action put(
            String key,
            Map<String, AttributeValue> owner,
            Function<Map<String, AttributeValue>, Optional<WriteOutcome>> taken) {
        return action(Action.Kind.PUT, marker(key, owner), owner, taken);
    }

    /** A marker that another has, or that is missing, is left; the tool that repairs markers finds it. */
    private Action remove(String key, Map<String, AttributeValue> owner) {
        return action(Action.Kind.DELETE, Map.of(KEY, AttributeValue.createS(key)), owner, item -> Optional.empty());
    }

    private Action action(
            Action.Kind kind,
            Map<String, AttributeValue> item,
            Map<String, AttributeValue> owner,
            Function<Map<String, AttributeValue>, Optional<WriteOutcome>> refused) {
        Placeholders placeholders = new Placeholders();
        Expr free = Expr.or(
                Tests.missing(Term.Attribute.of(KEY)),
                Tests.compare(Term.Attribute.of(OWNER), Comparison.EQ, AttributeValue.createM(owner)));
        String condition = Expr.text(free, placeholders);
        return new Action(kind, table(source), item, null, condition, placeholders, refused);
    }
}
