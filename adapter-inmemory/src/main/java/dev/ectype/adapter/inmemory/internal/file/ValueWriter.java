package dev.ectype.adapter.inmemory.internal.file;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes neutral values, each behind a byte that tells its kind, and layouts where they are first used. */
final class ValueWriter {
    private final DataOutputStream out;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final IdentityHashMap<Layout, Integer> layouts = new IdentityHashMap<>();

    ValueWriter(DataOutputStream out) {
        this.out = out;
    }

    /** Half of a surrogate pair has no bytes in UTF-8: such a text is written unit by unit, behind its length below zero. */
    void text(String text) throws IOException {
        if (encoder.canEncode(text)) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        } else {
            out.writeInt(-text.length());
            out.writeChars(text);
        }
    }

    private void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Writes the number of a layout, and what it is if nobody has used it before. */
    void layout(Layout layout) throws IOException {
        Integer known = layouts.get(layout);
        if (known != null) {
            out.writeInt(known);
            return;
        }
        out.writeInt(layouts.size());
        layouts.put(layout, layouts.size());
        value(layout.tag().orElse(null));
        out.writeInt(layout.size());
        for (Layout.Slot slot : layout.slots()) {
            text(slot.name());
            text(slot.source());
            storage(slot.storage());
        }
    }

    private void storage(Storage storage) throws IOException {
        if (storage instanceof Storage.Scalar scalar) {
            out.writeByte(StorageTag.SCALAR);
            text(scalar.name());
        } else if (storage instanceof Storage.ListOf list) {
            out.writeByte(StorageTag.LIST);
            storage(list.element());
        } else if (storage instanceof Storage.SetOf set) {
            out.writeByte(StorageTag.SET);
            storage(set.element());
        } else if (storage instanceof Storage.MapOf map) {
            out.writeByte(StorageTag.MAP);
            storage(map.value());
        } else if (storage instanceof Storage.Embedded embedded) {
            out.writeByte(StorageTag.EMBEDDED);
            layout(embedded.layout().get());
        } else if (storage instanceof Storage.OneOf oneOf) {
            oneOf(oneOf);
        }
    }

    private void oneOf(Storage.OneOf oneOf) throws IOException {
        out.writeByte(StorageTag.ONE_OF);
        text(oneOf.tag());
        out.writeInt(oneOf.layouts().size());
        for (Map.Entry<String, Supplier<Layout>> entry : oneOf.layouts().entrySet()) {
            text(entry.getKey());
            layout(entry.getValue().get());
        }
    }

    void row(Row row) throws IOException {
        layout(row.layout());
        for (int slot = 0; slot < row.layout().size(); slot++) {
            value(row.get(slot));
        }
    }

    void value(@Nullable Object value) throws IOException {
        ValueTag tag = ValueTag.of(value);
        out.writeByte(tag.code());
        if (value == null) {
            return;
        }
        switch (tag) {
            case TEXT -> text((String) value);
            case INT32 -> out.writeInt((Integer) value);
            case INT64 -> out.writeLong((Long) value);
            case INTEGER -> bytes(((BigInteger) value).toByteArray());
            case FLOAT64 -> out.writeDouble((Double) value);
            case DECIMAL -> decimal((BigDecimal) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case BINARY -> bytes((byte[]) value);
            case LIST -> elements((List<?>) value);
            case SET -> elements((Set<?>) value);
            case MAP -> entries((Map<?, ?>) value);
            case ROW -> row((Row) value);
            default -> timeOrUuid(tag, value);
        }
    }

    private void decimal(BigDecimal value) throws IOException {
        out.writeInt(value.scale());
        bytes(value.unscaledValue().toByteArray());
    }

    private void timeOrUuid(ValueTag tag, Object value) throws IOException {
        switch (tag) {
            case DATE -> out.writeLong(((LocalDate) value).toEpochDay());
            case TIME -> out.writeLong(((LocalTime) value).toNanoOfDay());
            case DATE_TIME -> {
                out.writeLong(((LocalDateTime) value).toLocalDate().toEpochDay());
                out.writeLong(((LocalDateTime) value).toLocalTime().toNanoOfDay());
            }
            case INSTANT -> instant((Instant) value);
            case DURATION -> duration((Duration) value);
            case UUID -> {
                out.writeLong(((UUID) value).getMostSignificantBits());
                out.writeLong(((UUID) value).getLeastSignificantBits());
            }
            default -> throw new IllegalStateException("no way to write " + tag);
        }
    }

    private void instant(Instant value) throws IOException {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    private void duration(Duration value) throws IOException {
        out.writeLong(value.toSeconds());
        out.writeInt(value.toNanosPart());
    }

    private void elements(Collection<?> values) throws IOException {
        out.writeInt(values.size());
        for (Object value : values) {
            value(value);
        }
    }

    private void entries(Map<?, ?> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text((String) entry.getKey());
            value(entry.getValue());
        }
    }
}
