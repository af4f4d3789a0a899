package dev.ectype.adapter.inmemory.internal.write;

import dev.ectype.adapter.inmemory.internal.store.Binding;
import dev.ectype.adapter.inmemory.internal.store.TableEditor;
import dev.ectype.spi.Insert;
import dev.ectype.types.id.Ulids;
import dev.ectype.types.id.Uuids;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Values of a primary key that an insertion leaves to the store, and wants to be told: numbers one after the other, UUIDs
 * and ULIDs that sort by time.
 */
final class MadeKeys {
    private static final Set<Scalar> KINDS =
            EnumSet.of(Scalar.INT32, Scalar.INT64, Scalar.INTEGER, Scalar.UUID, Scalar.TEXT);

    private final Binding binding;
    private final TableEditor editor;
    private final Insert insert;

    MadeKeys(Binding binding, TableEditor editor, Insert insert) {
        this.binding = binding;
        this.editor = editor;
        this.insert = insert;
    }

    /** Tells whether the store makes the value of a slot that has none. */
    static boolean makes(Insert insert, int slot) {
        Storage storage = insert.row().layout().slot(slot).storage();
        return insert.returning().contains(slot) && storage instanceof Scalar scalar && KINDS.contains(scalar);
    }

    /** Returns the row with a key that no other row has, the row itself if it has a key. */
    Row complete() {
        Row row = insert.row();
        for (int slot : insert.source().key()) {
            if (row.get(slot) == null) {
                row = with(row, slot);
            }
        }
        return row;
    }

    private Row with(Row row, int slot) {
        Row made;
        do {
            made = row.with(slot, value((Scalar) row.layout().slot(slot).storage()));
        } while (isTaken(made));
        return made;
    }

    private Object value(Scalar kind) {
        return switch (kind) {
            case INT32 -> Math.toIntExact(binding.table().nextRowNumber());
            case INT64 -> binding.table().nextRowNumber();
            case INTEGER -> BigInteger.valueOf(binding.table().nextRowNumber());
            case UUID -> Uuids.v7();
            default -> Ulids.next();
        };
    }

    private boolean isTaken(Row row) {
        List<Object> key = insert.source().key().stream()
                .map(row::get)
                .filter(Objects::nonNull)
                .toList();
        return key.size() == insert.source().key().size() && editor.find(key) != null;
    }
}
