package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window.Keyset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in an order, as the condition that a row stands behind it. */
final class Keysets {
    private Keysets() {}

    static Predicate after(List<Order> keys, Keyset place) {
        if (keys.size() != place.values().size()) {
            throw new Untranslatable("a place of " + place + " does not belong to an order of " + keys.size());
        }
        List<Predicate> alternatives = new ArrayList<>();
        List<Predicate> same = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Object value = place.values().get(i);
            List<Predicate> behind = new ArrayList<>(same);
            behind.add(behind(keys.get(i), value));
            alternatives.add(new Predicate.And(behind));
            same.add(equal(keys.get(i), value));
        }
        return new Predicate.Or(alternatives);
    }

    private static Predicate equal(Order key, @Nullable Object value) {
        return value == null
                ? new Predicate.IsNull(key.operand())
                : new Predicate.Compare(key.operand(), Comparison.EQ, constant(key, value));
    }

    private static Predicate behind(Order key, @Nullable Object value) {
        Predicate isNull = new Predicate.IsNull(key.operand());
        if (value == null) {
            return key.nullsFirst() ? new Predicate.Not(isNull) : new Predicate.Constant(false);
        }
        Predicate greater = new Predicate.Compare(
                key.operand(), key.descending() ? Comparison.LT : Comparison.GT, constant(key, value));
        return key.nullsFirst() ? greater : new Predicate.Or(List.of(greater, isNull));
    }

    private static Value constant(Order key, Object value) {
        return new Value(value, key.operand().storage(), true);
    }
}
