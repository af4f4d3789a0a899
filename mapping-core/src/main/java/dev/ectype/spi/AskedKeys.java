package dev.ectype.spi;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Finds the keys that a query asks for, where its conjuncts give a value to each slot of the key. */
final class AskedKeys {
    private AskedKeys() {}

    static List<List<Object>> of(QueryRequest query) {
        List<List<Object>> keys = List.of(List.of());
        for (int slot : query.source().key()) {
            keys = extended(keys, values(query, slot));
        }
        return query.source().key().isEmpty()
                ? List.of()
                : keys.stream().distinct().toList();
    }

    private static List<List<Object>> extended(List<List<Object>> keys, List<Value> values) {
        List<List<Object>> longer = new ArrayList<>();
        for (List<Object> key : keys) {
            for (Value value : values) {
                List<Object> extended = new ArrayList<>(key);
                extended.add(value.value());
                longer.add(extended);
            }
        }
        return longer;
    }

    private static List<Value> values(QueryRequest query, int slot) {
        return query.conjuncts().stream()
                .map(conjunct -> values(conjunct, slot))
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Value> values(Predicate conjunct, int slot) {
        if (conjunct instanceof Predicate.In in && isSlot(in.operand(), slot)) {
            return in.values();
        }
        return conjunct instanceof Predicate.Compare compare
                        && compare.comparison() == Comparison.EQ
                        && isSlot(compare.left(), slot)
                        && compare.right() instanceof Value value
                        && value.storage().equals(compare.left().storage())
                ? List.of(value)
                : List.of();
    }

    private static boolean isSlot(Operand operand, int slot) {
        return operand instanceof FieldPath path && path.isTopLevel() && path.slot() == slot;
    }
}
