package dev.ectype.tck.self;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import java.util.Optional;

/** A query as it is, and the grouping of its rows. */
record MapPlan(QueryRequest query, Optional<Grouping> grouping) implements NativePlan {

    @Override
    public Access access() {
        boolean byKey = !query.source().key().isEmpty()
                && query.source().key().stream()
                        .allMatch(slot -> query.conjuncts().stream().anyMatch(conjunct -> fixes(conjunct, slot)));
        if (byKey) {
            return Access.KEY;
        }
        boolean byIndex = query.source().indexes().stream()
                .map(index -> index.fields().get(0))
                .anyMatch(path -> query.conjuncts().stream().anyMatch(conjunct -> fixes(conjunct, path.slot())));
        return byIndex ? Access.INDEX : Access.SCAN;
    }

    private static boolean fixes(Predicate conjunct, int slot) {
        if (conjunct instanceof Predicate.In in) {
            return isSlot(in.operand(), slot);
        }
        return conjunct instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQ
                && compare.right() instanceof Value
                && isSlot(compare.left(), slot);
    }

    private static boolean isSlot(Operand operand, int slot) {
        return operand instanceof FieldPath path && path.isTopLevel() && path.slot() == slot;
    }

    @Override
    public String explain() {
        return "rows of " + query.source() + " where " + query.conjuncts() + " order " + query.order() + " "
                + query.window();
    }
}
