package dev.ectype.spi.change;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.types.stored.Storage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update of those elements of a list that meet a condition, prepared once for many lists. */
final class ElementChanges {
    private final Evaluator condition;
    private final RowChanges changes;
    private final Storage kind;

    /** Prepares the update of lists with elements of a kind. */
    ElementChanges(ElementUpdate update, Storage kind) {
        this.kind = kind;
        this.condition = Evaluator.of(update.condition());
        this.changes = new RowChanges(update.assignments());
    }

    /** Returns the updated list. */
    List<@Nullable Object> apply(@Nullable Object value, FieldPath path) {
        if (!(value instanceof List<?> list)) {
            throw RowChanges.leadsNowhere(path);
        }
        @Nullable Object[] elements = list.toArray();
        for (int i = 0; i < elements.length; i++) {
            Object element = elements[i];
            if (element != null && condition.matchesElement(element)) {
                elements[i] = changes.applyToElement(element, kind);
            }
        }
        return Arrays.asList(elements);
    }
}
