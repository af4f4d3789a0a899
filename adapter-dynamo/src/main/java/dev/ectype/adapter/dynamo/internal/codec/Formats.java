package dev.ectype.adapter.dynamo.internal.codec;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the formats of kinds and layouts, each once. Safe for use by several threads. */
public final class Formats {
    private final Map<Layout, RowFormat> embedded = new ConcurrentHashMap<>();

    /** Returns the format of a kind. */
    public Format of(Storage storage) {
        if (storage instanceof Storage.Scalar scalar) {
            return Scalars.of(scalar);
        }
        if (storage instanceof Storage.ListOf list) {
            return new ListFormat(of(list.element()));
        }
        if (storage instanceof Storage.SetOf set) {
            return new SetFormat(of(set.element()));
        }
        if (storage instanceof Storage.MapOf map) {
            return new MapFormat(of(map.value()));
        }
        return storage instanceof Storage.OneOf oneOf
                ? new OneOfFormat(oneOf, this)
                : new Late(((Storage.Embedded) storage).layout(), this);
    }

    /** Returns the format of embedded records. */
    RowFormat embedded(Layout layout) {
        RowFormat known = embedded.get(layout);
        if (known == null) {
            known = items(layout, Optional.empty(), Set.of());
            embedded.putIfAbsent(layout, known);
        }
        return known;
    }

    /**
     * Returns the format of the items of a table.
     *
     * @param expiry the attribute that says when an item expires, if one does
     * @param nulls the attributes that are written as NULL when there is no value
     */
    public RowFormat items(Layout layout, Optional<String> expiry, Set<String> nulls) {
        List<ItemSlot> slots = new ArrayList<>();
        for (Layout.Slot field : layout.slots()) {
            String name = field.source();
            boolean expires = expiry.equals(Optional.of(name)) && field.storage() == Storage.Scalar.INSTANT;
            Format format = expires ? new EpochFormat() : of(field.storage());
            slots.add(new ItemSlot(field.name(), name, format, nulls.contains(name)));
        }
        return new RowFormat(layout, slots);
    }

    /** An embedded record whose layout is only asked for when one is read or written: it may contain its own kind. */
    private record Late(Supplier<Layout> layout, Formats formats) implements Format {
        @Override
        public AttributeValue write(Object value) {
            return formats.embedded(layout.get()).write(value);
        }

        @Override
        public Object read(AttributeValue stored) {
            return formats.embedded(layout.get()).read(stored);
        }

        @Override
        public Kind kind() {
            return Kind.M;
        }

        /** Asked of the record's own fields only, for it may contain its own kind. */
        @Override
        public boolean isComparable() {
            return layout.get().slots().stream().noneMatch(slot -> slot.storage() == Storage.Scalar.ANY);
        }
    }
}
