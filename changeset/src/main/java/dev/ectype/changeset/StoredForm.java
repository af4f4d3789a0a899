package dev.ectype.changeset;

import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the records of a shape are stored: which fields, and what dumps and loads each. Immutable. */
final class StoredForm<R> {
    private final Binding<R> binding;
    private final Slot[] slots;
    private final @Nullable Object[] initial;
    private final Layout layout;

    /**
     * What is needed of one stored field, in one place.
     *
     * @param none its value where the store has none
     */
    private record Slot(
            Field<?, ?> field,
            int ordinal,
            Type<?> type,
            @Nullable Object none) {
        static Slot of(Field<?, ?> field) {
            Object none = field instanceof Relation<?, ?, ?> relation ? relation.initial() : null;
            return new Slot(field, field.ordinal(), field.type(), none);
        }
    }

    StoredForm(Plan<R> plan) {
        this(plan, null);
    }

    StoredForm(Plan<R> plan, @Nullable String tag) {
        List<Field<R, ?>> stored = plan.fields().stream()
                .filter(field -> !field.settings().isVirtual())
                .toList();
        this.binding = plan.binding;
        this.slots = stored.stream().map(Slot::of).toArray(Slot[]::new);
        this.initial = initial(plan);
        this.layout = new Layout(stored.stream().map(StoredForm::describe).toList(), tag);
    }

    private static @Nullable Object[] initial(Plan<?> plan) {
        @Nullable Object[] values = new Object[plan.size()];
        for (int ordinal = 0; ordinal < values.length; ordinal++) {
            values[ordinal] = plan.sparse ? Binding.ABSENT : plan.slot(ordinal).initial();
        }
        return values;
    }

    private static Layout.Slot describe(Field<?, ?> field) {
        String source = field.settings().source().orElse(field.name());
        return new Layout.Slot(field.name(), source, field.type().storage());
    }

    Layout layout() {
        return layout;
    }

    Row dump(R data, boolean embedded) {
        @Nullable Object[] values = new Object[slots.length];
        for (int at = 0; at < values.length; at++) {
            Slot slot = slots[at];
            Object value = binding.get(data, slot.ordinal());
            values[at] = value == null ? null : dump(slot, slot.type(), value, embedded);
        }
        return Row.over(layout, values);
    }

    @SuppressWarnings("unchecked") // the record's component holds values of the field's type
    private static <V> Object dump(Slot slot, Type<V> type, Object value, boolean embedded) {
        try {
            return embedded ? type.dumpEmbedded((V) value) : type.dump((V) value);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw foreign(slot.field(), e);
        }
    }

    private static IllegalArgumentException foreign(Field<?, ?> field, RuntimeException cause) {
        return new IllegalArgumentException(
                "the value of " + field.shape().name() + "." + field.name() + " is no value of type "
                        + field.type().name() + ": cast it, or put one that is",
                field.settings().isRedacted() ? null : cause);
    }

    R load(Row row, boolean embedded) {
        @Nullable Object[] values = initial.clone();
        for (int at = 0; at < slots.length; at++) {
            Slot slot = slots[at];
            Object value = row.get(at);
            values[slot.ordinal()] = value == null ? slot.none() : load(slot, value, embedded);
        }
        return binding.build(null, values);
    }

    private static Object load(Slot slot, Object value, boolean embedded) {
        try {
            return embedded ? slot.type().loadEmbedded(value) : slot.type().load(value);
        } catch (LoadException e) {
            throw e.under(slot.field().name());
        }
    }
}
