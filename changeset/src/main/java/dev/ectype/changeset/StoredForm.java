package dev.ectype.changeset;

import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the records of a shape are stored: which fields, and what dumps and loads each. Immutable. */
final class StoredForm<R> {
    private final Plan<R> plan;
    private final List<Field<R, ?>> stored;
    private final Layout layout;

    StoredForm(Plan<R> plan) {
        this(plan, null);
    }

    StoredForm(Plan<R> plan, @Nullable String tag) {
        this.plan = plan;
        this.stored = plan.fields().stream()
                .filter(field -> !field.settings().isVirtual())
                .toList();
        List<Layout.Slot> slots = new ArrayList<>(stored.size());
        for (Field<R, ?> field : stored) {
            String source = field.settings().source().orElse(field.name());
            slots.add(new Layout.Slot(field.name(), source, field.type().storage()));
        }
        this.layout = new Layout(slots, tag);
    }

    Layout layout() {
        return layout;
    }

    Row dump(R data, boolean embedded) {
        @Nullable Object[] values = new Object[stored.size()];
        for (int slot = 0; slot < values.length; slot++) {
            Field<R, ?> field = stored.get(slot);
            Object value = plan.binding.get(data, field.ordinal());
            values[slot] = value == null ? null : dump(field, value, embedded);
        }
        return Row.over(layout, values);
    }

    @SuppressWarnings("unchecked") // the record's component holds values of the field's type
    private static <V> Object dump(Field<?, V> field, Object value, boolean embedded) {
        Type<V> type = field.type();
        try {
            return embedded ? type.dumpEmbedded((V) value) : type.dump((V) value);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "the value of " + field.shape().name() + "." + field.name() + " is no value of type " + type.name()
                            + ": cast it, or put one that is",
                    field.settings().isRedacted() ? null : e);
        }
    }

    R load(Row row, boolean embedded) {
        @Nullable Object[] values = new Object[plan.size()];
        for (int ordinal = 0; ordinal < values.length; ordinal++) {
            values[ordinal] = plan.sparse ? Binding.ABSENT : plan.slot(ordinal).initial();
        }
        for (int slot = 0; slot < stored.size(); slot++) {
            Field<R, ?> field = stored.get(slot);
            Object value = row.get(slot);
            values[field.ordinal()] = value == null ? none(field) : load(field, value, embedded);
        }
        return plan.binding.build(null, values);
    }

    private static @Nullable Object none(Field<?, ?> field) {
        return field instanceof Relation<?, ?, ?> relation ? relation.initial() : null;
    }

    private static Object load(Field<?, ?> field, Object value, boolean embedded) {
        try {
            return embedded ? field.type().loadEmbedded(value) : field.type().load(value);
        } catch (LoadException e) {
            throw e.under(field.name());
        }
    }
}
