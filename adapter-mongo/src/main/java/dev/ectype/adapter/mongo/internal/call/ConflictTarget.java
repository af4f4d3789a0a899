package dev.ectype.adapter.mongo.internal.call;

import dev.ectype.adapter.mongo.internal.query.Docs;
import dev.ectype.adapter.mongo.internal.query.Planner;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/**
 * The unique key that decides whether a row is already there, with the values of the row to insert.
 *
 * @param filter finds the row that is there
 * @param isPrimaryKey whether it is the primary key
 * @param fields the names in the store of the key's fields
 */
record ConflictTarget(BsonDocument filter, boolean isPrimaryKey, Set<String> fields) {

    /** Returns the target; empty if the row clashes with none, without a value in one of its slots or outside of the index. */
    static Optional<ConflictTarget> of(MongoSource source, List<Integer> target, Row row) {
        List<Integer> key = source.source().key();
        List<Integer> slots = target.isEmpty() ? key : target;
        if (slots.isEmpty() || slots.stream().anyMatch(slot -> row.get(slot) == null)) {
            return Optional.empty();
        }
        Set<String> fields = new HashSet<>();
        slots.forEach(slot -> fields.add(source.source().layout().slot(slot).source()));
        boolean primary = new HashSet<>(slots).equals(new HashSet<>(key));
        List<Source.Index> indexes = primary ? List.of() : partial(source, slots);
        List<Source.Index> own = indexes.stream()
                .filter(index -> Evaluator.ofAll(index.conditions()).matches(row))
                .toList();
        if (!indexes.isEmpty() && own.isEmpty()) {
            return Optional.empty();
        }
        BsonDocument equal = Writing.inSource(source, () -> filter(source, slots, primary, row));
        BsonDocument filter = Docs.and(List.of(equal, inOneOf(source, own)));
        return Optional.of(new ConflictTarget(filter, primary, fields));
    }

    /** Returns the unique indexes of just these slots, if all of them leave rows out. */
    private static List<Source.Index> partial(MongoSource source, List<Integer> slots) {
        List<Source.Index> indexes = source.source().indexes().stream()
                .filter(index -> index.unique() && isOver(index, slots))
                .toList();
        return indexes.stream().allMatch(Source.Index::isPartial) ? indexes : List.of();
    }

    private static boolean isOver(Source.Index index, List<Integer> slots) {
        return index.fields().stream().allMatch(FieldPath::isTopLevel)
                && index.fields().stream()
                        .map(FieldPath::slot)
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(slots));
    }

    private static BsonDocument inOneOf(MongoSource source, List<Source.Index> indexes) {
        return indexes.isEmpty()
                ? Docs.always()
                : Docs.or(indexes.stream()
                        .map(index -> Planner.conditions(source, index.conditions()))
                        .toList());
    }

    private static BsonDocument filter(MongoSource source, List<Integer> slots, boolean primary, Row row) {
        if (primary) {
            return Docs.doc(MongoSource.ID, Docs.doc("$eq", source.keyOf(row).orElseThrow()));
        }
        List<BsonDocument> equal = new ArrayList<>();
        for (int slot : slots) {
            Object value = Objects.requireNonNull(row.get(slot));
            String path = source.format().path(slot);
            equal.add(
                    Docs.doc(path, Docs.doc("$eq", source.format().format(slot).toBson(value))));
        }
        return Docs.and(equal);
    }

    /** Tells whether an outcome says that this very key is taken. */
    boolean isViolatedBy(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Violated violated
                && violated.violations().stream().anyMatch(this::isOfThis);
    }

    private boolean isOfThis(Violation violation) {
        return violation.kind() == Violation.Kind.UNIQUE && fields.equals(Set.copyOf(violation.fields()));
    }
}
