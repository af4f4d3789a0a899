package dev.ectype.changeset;

import dev.ectype.types.LoadException;
import dev.ectype.types.Type;
import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * One stored field: what loads and dumps it. A record, so that compiled code takes what is in it for constants.
 *
 * @param none its value where the store has none
 */
record StoredField(
        Field<?, ?> field,
        int ordinal,
        Type<?> type,
        @Nullable Object none) {
    private static final MethodHandle READ = Handles.ofStatic(
            MethodHandles.lookup(), "read", Object.class, StoredField.class, SlotReader.class, Object.class);
    private static final MethodHandle WRITE = Handles.ofStatic(
            MethodHandles.lookup(),
            "write",
            void.class,
            StoredField.class,
            SlotWriter.class,
            Object.class,
            Object.class);

    static StoredField of(Field<?, ?> field) {
        Object none = field instanceof Relation<?, ?, ?> relation ? relation.initial() : null;
        return new StoredField(field, field.ordinal(), field.type(), none);
    }

    @Nullable Object load(@Nullable Object value, boolean embedded) {
        if (value == null) {
            return none;
        }
        try {
            return embedded ? type.loadEmbedded(value) : type.load(value);
        } catch (LoadException e) {
            throw e.under(field.name());
        }
    }

    @Nullable Object dump(@Nullable Object value, boolean embedded) {
        return value == null ? null : dump(type, value, embedded);
    }

    @SuppressWarnings("unchecked") // the record's component holds values of the field's type
    private <V> Object dump(Type<V> itsType, Object value, boolean embedded) {
        try {
            return embedded ? itsType.dumpEmbedded((V) value) : itsType.dump((V) value);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw foreign(e);
        }
    }

    private IllegalArgumentException foreign(RuntimeException cause) {
        return new IllegalArgumentException(
                "the value of " + field.shape().name() + "." + field.name() + " is no value of type " + type.name()
                        + ": cast it, or put one that is",
                field.settings().isRedacted() ? null : cause);
    }

    /** Returns a handle from what a store returns to the value of the field. */
    MethodHandle reading(SlotReader<?> reader) {
        return MethodHandles.insertArguments(READ, 0, this, reader);
    }

    @SuppressWarnings("unchecked") // the reader is one of what the store returns
    static @Nullable Object read(StoredField field, SlotReader<?> reader, Object stored) {
        return field.load(((SlotReader<Object>) reader).read(stored), false);
    }

    /** Returns a handle that takes the value of the field, and what a store is given. */
    MethodHandle writing(SlotWriter<?> writer) {
        return MethodHandles.insertArguments(WRITE, 0, this, writer);
    }

    @SuppressWarnings("unchecked") // the writer is one of what the store is given
    static void write(StoredField field, SlotWriter<?> writer, @Nullable Object value, Object to) {
        ((SlotWriter<Object>) writer).write(to, field.dump(value, false));
    }
}
