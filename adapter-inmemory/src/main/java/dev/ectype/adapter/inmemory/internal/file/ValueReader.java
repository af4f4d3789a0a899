package dev.ectype.adapter.inmemory.internal.file;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} writes. */
final class ValueReader {
    private final DataInputStream in;
    private final Map<Integer, Layout> layouts = new HashMap<>();
    private int announced;

    ValueReader(DataInputStream in) {
        this.in = in;
    }

    String text() throws IOException {
        int length = in.readInt();
        return length < 0 ? units(-length) : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String units(int length) throws IOException {
        StringBuilder units = new StringBuilder(length);
        for (int left = length; left > 0; left--) {
            units.append(in.readChar());
        }
        return units.toString();
    }

    private byte[] bytes() throws IOException {
        return in.readNBytes(in.readInt());
    }

    Layout layout() throws IOException {
        return layout(layoutNumber());
    }

    private Layout layout(int number) {
        return Objects.requireNonNull(layouts.get(number), "a layout that was read before");
    }

    /** A layout may contain itself, so that it is known by its number before it is read to its end. */
    private int layoutNumber() throws IOException {
        int number = in.readInt();
        if (number < announced) {
            return number;
        }
        announced++;
        String tag = (String) value();
        List<Layout.Slot> slots = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            slots.add(new Layout.Slot(text(), text(), storage()));
        }
        layouts.put(number, new Layout(slots, tag));
        return number;
    }

    private Storage storage() throws IOException {
        return switch (in.readByte()) {
            case StorageTag.SCALAR -> Storage.Scalar.valueOf(text());
            case StorageTag.LIST -> new Storage.ListOf(storage());
            case StorageTag.SET -> new Storage.SetOf(storage());
            case StorageTag.MAP -> new Storage.MapOf(storage());
            case StorageTag.EMBEDDED -> new Storage.Embedded(later(layoutNumber()));
            default -> oneOf();
        };
    }

    private Supplier<Layout> later(int number) {
        return () -> layout(number);
    }

    private Storage oneOf() throws IOException {
        String tag = text();
        Map<String, Supplier<Layout>> kinds = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            kinds.put(text(), later(layoutNumber()));
        }
        return new Storage.OneOf(tag, kinds);
    }

    Row row() throws IOException {
        Layout layout = layout();
        @Nullable Object[] values = new Object[layout.size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = value();
        }
        return Row.over(layout, values);
    }

    @Nullable Object value() throws IOException {
        ValueTag tag = ValueTag.ofCode(in.readByte());
        return switch (tag) {
            case NOTHING -> null;
            case TEXT -> text();
            case INT32 -> in.readInt();
            case INT64 -> in.readLong();
            case INTEGER -> new BigInteger(bytes());
            case FLOAT64 -> in.readDouble();
            case DECIMAL -> decimal();
            case BOOLEAN -> in.readBoolean();
            case BINARY -> bytes();
            case LIST -> Collections.unmodifiableList((List<?>) elements(new ArrayList<>()));
            case SET -> elements(new LinkedHashSet<>());
            case MAP -> entries();
            case ROW -> row();
            default -> timeOrUuid(tag);
        };
    }

    private BigDecimal decimal() throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(bytes()), scale);
    }

    private Object timeOrUuid(ValueTag tag) throws IOException {
        return switch (tag) {
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case TIME -> LocalTime.ofNanoOfDay(in.readLong());
            case DATE_TIME ->
                LocalDateTime.of(LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()));
            case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case DURATION -> Duration.ofSeconds(in.readLong(), in.readInt());
            default -> new UUID(in.readLong(), in.readLong());
        };
    }

    private Collection<?> elements(Collection<@Nullable Object> into) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            into.add(value());
        }
        return into;
    }

    private Map<String, @Nullable Object> entries() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(text(), value());
        }
        return map;
    }
}
