package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Row;
import java.util.List;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** A primary key of several slots, stored as one document in the order of the key. */
final class KeyPart {
    static final String NAME = "_id";
    private static final Name FIELD = Name.of(NAME);

    private final List<Integer> slots;

    KeyPart(List<Integer> slots) {
        this.slots = List.copyOf(slots);
    }

    boolean has(int slot) {
        return slots.contains(slot);
    }

    void write(Sink sink, Row row, RowFormat format) {
        sink.name(FIELD);
        int start = sink.startDocument();
        for (int slot : slots) {
            Object value = row.get(slot);
            if (value == null) {
                throw new Unstorable("a part of the primary key has no value")
                        .at(row.layout().slot(slot).name());
            }
            format.writeSlot(sink, slot, value);
        }
        sink.endDocument(start);
    }

    void read(Intake intake, @Nullable Object[] values, RowFormat format) {
        if (intake.type() != BsonType.DOCUMENT) {
            throw new Unreadable(
                            "a primary key of the BSON type " + intake.type() + " in place of one of several parts")
                    .at(NAME);
        }
        int end = intake.startDocument();
        while (intake.hasNext(end)) {
            String name = intake.name();
            int slot = slots.stream()
                    .filter(each -> format.name(each).equals(name))
                    .findFirst()
                    .orElse(-1);
            if (slot >= 0) {
                values[slot] = format.readSlot(intake, slot);
            } else {
                intake.skip();
            }
        }
        intake.endDocument(end);
    }
}
