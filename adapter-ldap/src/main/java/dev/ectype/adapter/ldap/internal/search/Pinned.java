package dev.ectype.adapter.ldap.internal.search;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the conjuncts of a query say for certain of slots: that one equals a constant, or is there at all. */
final class Pinned {
    private Pinned() {}

    private static Optional<Object> equalTo(Predicate conjunct, int slot) {
        return conjunct instanceof Predicate.Compare compare
                        && compare.comparison() == Comparison.EQ
                        && slotOf(compare.left()) == slot
                        && compare.right() instanceof Value value
                ? Optional.of(value.value())
                : Optional.empty();
    }

    /** Tells whether a conjunct says that one of the slots equals a constant. */
    static boolean isOn(Predicate conjunct, List<Integer> slots) {
        return slots.stream().anyMatch(slot -> equalTo(conjunct, slot).isPresent());
    }

    /** Returns the slots that cannot be null where all conjuncts are true. */
    static Set<Integer> notNull(List<Predicate> conjuncts) {
        Set<Integer> slots = new HashSet<>();
        for (Predicate conjunct : conjuncts) {
            slots.add(tested(conjunct));
            if (conjunct instanceof Predicate.Not not) {
                slots.add(
                        not.term() instanceof Predicate.IsNull isNull ? slotOf(isNull.operand()) : tested(not.term()));
            }
        }
        return slots;
    }

    /** Returns the slot of which a condition is unknown when it is null; -1 if it is none. */
    private static int tested(Predicate predicate) {
        if (predicate instanceof Predicate.Compare compare) {
            return slotOf(compare.left());
        }
        if (predicate instanceof Predicate.In in) {
            return in.values().isEmpty() ? -1 : slotOf(in.operand());
        }
        return predicate instanceof Predicate.Text text ? slotOf(text.operand()) : -1;
    }

    /** Tells whether an index on a slot leads to what a conjunct finds. */
    static boolean leads(Predicate conjunct, Set<Integer> indexed) {
        if (conjunct instanceof Predicate.Compare compare) {
            return compare.comparison() != Comparison.NE && indexed.contains(slotOf(compare.left()));
        }
        if (conjunct instanceof Predicate.Contains contains) {
            return indexed.contains(slotOf(contains.list()));
        }
        return indexed.contains(tested(conjunct));
    }

    /** Returns the slot that an operand is, or -1. */
    static int slotOf(Operand operand) {
        return operand instanceof FieldPath path && path.isTopLevel() ? path.slot() : -1;
    }
}
