package dev.ectype.adapter.dynamo.internal.write;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An insertion that does something else when the row is there: each attempt to insert, and each change, is one atomic
 * write; where the row came or went between the two, they are tried again in turn.
 */
final class Upserting {
    private final Writing writing;
    private final DynamoSource source;
    private final Insert insert;
    private final Insertions insertions;
    private final Optional<Source.Index> target;
    private @Nullable Found there;
    private final Map<Source.Index, Map<String, AttributeValue>> owners = new HashMap<>();

    Upserting(Writing writing, DynamoSource source, Insert insert) {
        this.writing = writing;
        this.source = source;
        this.insert = insert;
        this.insertions = new Insertions(source);
        this.target = target(source, insert.onConflict());
    }

    /** Returns the unique index whose conflict is meant; empty for the primary key. */
    static Optional<Source.Index> target(DynamoSource source, OnConflict onConflict) {
        List<Integer> slots = onConflict instanceof OnConflict.Keep keep
                ? keep.target()
                : onConflict instanceof OnConflict.Change change ? change.target() : List.of();
        if (slots.isEmpty()
                || new HashSet<>(slots).equals(new HashSet<>(source.source().key()))) {
            return Optional.empty();
        }
        return Optional.of(source.uniques().stream()
                .filter(index -> slots(index).equals(new HashSet<>(slots)))
                .findFirst()
                .orElseThrow(() -> new MappingException(
                        MappingException.Kind.USAGE,
                        "the target of an upsert is the primary key or a declared unique index",
                        Map.of("source", source.source().toString(), "slots", slots))));
    }

    private static Set<Integer> slots(Source.Index index) {
        return index.fields().stream().map(field -> field.slot()).collect(Collectors.toSet());
    }

    WriteOutcome run() {
        for (int attempt = 0; ; attempt++) {
            there = null;
            owners.clear();
            Prepared.Ready ready = insertions.prepare(insert, this::seesRow, this::seesOwner);
            Sent sent = writing.sender().send(ready, writing.deadline());
            if (sent instanceof Sent.Done done) {
                return done.outcomes().get(0);
            }
            Optional<WriteOutcome> outcome = conflict();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            writing.pause(attempt);
        }
    }

    private Optional<WriteOutcome> seesRow(Found found) {
        there = found;
        return Optional.empty();
    }

    private Optional<WriteOutcome> seesOwner(Source.Index index, Map<String, AttributeValue> owner) {
        owners.put(index, owner);
        return Optional.empty();
    }

    /** Returns what becomes of the conflict that was seen; empty to try again. */
    private Optional<WriteOutcome> conflict() {
        Found row = there;
        if (target.isEmpty()) {
            return row == null ? violations() : resolve(source.keyOf(row.item()), Optional.of(row));
        }
        Map<String, AttributeValue> owner = owners.get(target.get());
        if (owner != null) {
            return resolve(owner, Optional.empty());
        }
        return row == null ? violations() : Optional.of(insertions.keyTaken());
    }

    private Optional<WriteOutcome> violations() {
        List<Violation> violations = new ArrayList<>();
        owners.keySet().forEach(index -> violations.add(Violation.of(source.source(), index)));
        return violations.isEmpty() ? Optional.empty() : Optional.of(new WriteOutcome.Violated(violations));
    }

    private Optional<WriteOutcome> resolve(Map<String, AttributeValue> key, Optional<Found> seen) {
        if (insert.onConflict() instanceof OnConflict.Change change) {
            return writing.change(update(key, change.assignments(), change));
        }
        return seen.or(() -> Found.of(source, writing.read(key)))
                .map(found -> WriteOutcome.written(Effect.UNCHANGED, insert.returning(), found.row()));
    }

    private Update update(Map<String, AttributeValue> key, List<Assignment> assignments, OnConflict.Change change) {
        Row keyRow = source.format().readRow(key);
        return new Update(
                insert.source(),
                source.keyOf(keyRow),
                assignments,
                change.conditions(),
                insert.returning(),
                insert.options());
    }
}
