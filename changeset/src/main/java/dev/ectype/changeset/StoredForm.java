package dev.ectype.changeset;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
import dev.ectype.types.stored.Storage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the records of a shape are stored: which fields, and what dumps and loads each. Immutable. */
final class StoredForm<R> {
    private final Binding<R> binding;
    private final StoredField[] fields;
    private final @Nullable Object[] initial;
    private final Layout layout;
    private final boolean keeps;

    StoredForm(Plan<R> plan) {
        this(plan, null);
    }

    StoredForm(Plan<R> plan, @Nullable String tag) {
        List<Field<R, ?>> stored = plan.fields().stream()
                .filter(field -> !field.settings().isVirtual())
                .toList();
        this.binding = plan.binding;
        this.fields = stored.stream().map(StoredField::of).toArray(StoredField[]::new);
        this.initial = initial(plan);
        this.layout = new Layout(stored.stream().map(StoredForm::describe).toList(), tag);
        this.keeps =
                binding instanceof RecordBinding && layout.slots().stream().allMatch(slot -> isSingle(slot.storage()));
    }

    /** Tells whether a value has no parts, and cannot be changed. */
    private static boolean isSingle(Storage storage) {
        return storage instanceof Storage.Scalar && storage != Storage.Scalar.ANY && storage != Storage.Scalar.BINARY;
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
        @Nullable Object[] values = new Object[fields.length];
        for (int slot = 0; slot < values.length; slot++) {
            StoredField field = fields[slot];
            values[slot] = field.dump(binding.get(data, field.ordinal()), embedded);
        }
        return Row.over(layout, values);
    }

    R load(Row row, boolean embedded) {
        return binding.build(null, values(row, embedded));
    }

    private @Nullable Object[] values(Row row, boolean embedded) {
        @Nullable Object[] values = initial.clone();
        for (int slot = 0; slot < fields.length; slot++) {
            StoredField field = fields[slot];
            values[field.ordinal()] = field.load(row.get(slot), embedded);
        }
        return values;
    }

    @SuppressWarnings("unchecked") // only what this form read is kept with a row of its own layout
    R loadOnce(Row row) {
        boolean isOwn = keeps && row.layout() == layout;
        Object kept = isOwn ? row.kept() : null;
        if (kept != null) {
            return (R) kept;
        }
        @Nullable Object[] values = values(row, false);
        boolean isToKeep = isOwn && standIn(row, values);
        R record = binding.build(null, values);
        if (isToKeep) {
            row.keep(record);
        }
        return record;
    }

    private boolean standIn(Row row, @Nullable Object[] values) {
        for (int slot = 0; slot < fields.length; slot++) {
            Object value = values[fields[slot].ordinal()];
            if (value != row.get(slot) && !(value instanceof Enum)) {
                return false;
            }
        }
        return true;
    }

    <T> Function<T, R> loader(List<SlotReader<T>> readers) {
        requireOneEach(readers);
        return binding instanceof RecordBinding<R> records && records.takesNulls()
                ? records.maker(values(readers))
                : from -> read(readers, from);
    }

    /** Returns a function for each field, from what a store returns to its value. */
    private MethodHandle[] values(List<? extends SlotReader<?>> readers) {
        MethodHandle[] values = Arrays.stream(initial).map(Handles::constant).toArray(MethodHandle[]::new);
        for (int slot = 0; slot < fields.length; slot++) {
            values[fields[slot].ordinal()] = fields[slot].reading(readers.get(slot));
        }
        return values;
    }

    private <T> R read(List<SlotReader<T>> readers, T from) {
        @Nullable Object[] values = initial.clone();
        for (int slot = 0; slot < fields.length; slot++) {
            values[fields[slot].ordinal()] = fields[slot].load(readers.get(slot).read(from), false);
        }
        return binding.build(null, values);
    }

    <T> BiConsumer<R, T> dumper(List<SlotWriter<T>> writers) {
        requireOneEach(writers);
        if (!(binding instanceof RecordBinding<R> records) || fields.length == 0) {
            return (data, to) -> write(writers, data, to);
        }
        List<MethodHandle> steps = new ArrayList<>(fields.length);
        for (int slot = 0; slot < fields.length; slot++) {
            MethodHandle writing = fields[slot].writing(writers.get(slot));
            steps.add(MethodHandles.filterArguments(writing, 0, records.reader(fields[slot].ordinal())));
        }
        MethodHandle all = Handles.sequence(steps);
        return (data, to) -> Handles.call(all, data, to);
    }

    private <T> void write(List<SlotWriter<T>> writers, R data, T to) {
        for (int slot = 0; slot < fields.length; slot++) {
            StoredField field = fields[slot];
            writers.get(slot).write(to, field.dump(binding.get(data, field.ordinal()), false));
        }
    }

    private void requireOneEach(List<?> parts) {
        if (parts.size() != fields.length) {
            throw new IllegalArgumentException(
                    "one for each of the " + fields.length + " slots is needed, and not " + parts.size());
        }
    }
}
