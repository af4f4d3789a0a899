package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.query.eval.LikePattern;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * How conditions lead to documents, from the declared keys and indexes alone. Only conditions that all must hold count;
 * what stands below an {@code or} never does.
 */
final class AccessPaths {
    private final MongoSource source;
    private final List<Predicate> conjuncts;
    private final Map<String, Object> equal = new HashMap<>();
    private final Set<String> oneOf = new HashSet<>();
    private final Set<String> bounded = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private boolean byWords;

    AccessPaths(MongoSource source, List<Predicate> conjuncts) {
        this.source = source;
        this.conjuncts = conjuncts;
        conjuncts.forEach(this::note);
    }

    private void note(Predicate conjunct) {
        if (conjunct instanceof Predicate.Compare compare && compare.right() instanceof Value value) {
            noteComparison(compare.left(), compare.comparison(), value);
        } else if (conjunct instanceof Predicate.In in) {
            noteField(in.operand(), oneOf);
        } else if (conjunct instanceof Predicate.Text text && hasFixedStart(text)) {
            noteField(text.operand(), bounded);
        } else if (conjunct instanceof Predicate.Contains contains) {
            noteField(contains.list(), bounded);
        } else if (conjunct instanceof Predicate.ContainsAll all
                && !all.values().isEmpty()) {
            noteField(all.list(), bounded);
        } else if (conjunct instanceof Predicate.IsNull isNull) {
            noteField(isNull.operand(), absent);
        } else if (conjunct instanceof Predicate.Native own && own.condition() instanceof Bson filter) {
            byWords |= FilterTranslator.filter(filter).containsKey("$text");
        }
    }

    private void noteComparison(Operand operand, Comparison comparison, Value value) {
        if (comparison == Comparison.EQ && operand instanceof FieldPath path) {
            equal.put(source.path(path), value.value());
        } else if (comparison != Comparison.NE) {
            noteField(operand, bounded);
        }
    }

    private void noteField(Operand operand, Set<String> paths) {
        if (operand instanceof FieldPath path) {
            paths.add(source.path(path));
        }
    }

    private static boolean hasFixedStart(Predicate.Text text) {
        if (text.ignoreCase()) {
            return false;
        }
        String pattern = (String) text.pattern().value();
        return switch (text.match()) {
            case STARTS_WITH -> !pattern.isEmpty();
            case LIKE ->
                LikePattern.parse(pattern).parts().stream()
                        .findFirst()
                        .filter(LikePattern.Literal.class::isInstance)
                        .isPresent();
            default -> false;
        };
    }

    Access access(List<Order> order, boolean limited) {
        if (leadsToKeys()) {
            return Access.KEY;
        }
        boolean byIndex = isNarrowed(MongoSource.ID)
                || (byWords && source.hasTextIndex())
                || source.source().indexes().stream().anyMatch(this::leadsAlong);
        return byIndex || (limited && walksInOrder(order)) ? Access.INDEX : Access.SCAN;
    }

    private boolean leadsToKeys() {
        List<Integer> key = source.source().key();
        List<String> paths = key.stream().map(source.format()::path).toList();
        return (key.size() == 1 && (equal.containsKey(paths.get(0)) || oneOf.contains(paths.get(0))))
                || (key.size() > 1 && equal.keySet().containsAll(paths));
    }

    /** Returns the condition on the whole of a composite key, which the key's index needs: parts do not lead along it. */
    Optional<BsonDocument> wholeKey() {
        List<Integer> key = source.source().key();
        if (key.size() < 2 || !leadsToKeys()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        key.forEach(slot -> values.add(equal.get(source.format().path(slot))));
        try {
            return Optional.of(Docs.doc(MongoSource.ID, Docs.doc("$eq", source.key(values))));
        } catch (Unstorable notAKey) {
            return Optional.of(Docs.never());
        }
    }

    private boolean isNarrowed(String path) {
        return equal.containsKey(path) || oneOf.contains(path) || bounded.contains(path);
    }

    /** Unique indexes leave out documents without a value, so that only conditions that ask for values lead along them. */
    private boolean leadsAlong(Source.Index index) {
        if (!index.covers(conjuncts)) {
            return false;
        }
        List<String> paths = source.paths(index);
        return index.unique()
                ? isNarrowed(paths.get(0)) && paths.stream().allMatch(this::isNarrowed)
                : isNarrowed(paths.get(0)) || absent.contains(paths.get(0));
    }

    private boolean walksInOrder(List<Order> order) {
        boolean unconditional = equal.isEmpty() && oneOf.isEmpty() && bounded.isEmpty() && absent.isEmpty();
        if (order.isEmpty() || !unconditional || !(order.get(0).operand() instanceof FieldPath first)) {
            return false;
        }
        String path = source.path(first);
        return order.size() == 1
                && order.get(0).nullsAreLowest()
                && (path.equals(MongoSource.ID)
                        || source.source().indexes().stream()
                                .anyMatch(index -> !index.unique()
                                        && !index.isPartial()
                                        && source.paths(index).get(0).equals(path)));
    }
}
