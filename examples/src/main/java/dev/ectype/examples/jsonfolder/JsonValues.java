package dev.ectype.examples.jsonfolder;

import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns neutral values into what JSON has and back: numbers, booleans and text, lists and objects. */
final class JsonValues {
    // snippet:json-scalars
    private static final Map<Scalar, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(Scalar.TEXT, text -> text),
            Map.entry(Scalar.INT32, Integer::valueOf),
            Map.entry(Scalar.INT64, Long::valueOf),
            Map.entry(Scalar.INTEGER, BigInteger::new),
            Map.entry(Scalar.FLOAT64, Double::valueOf),
            Map.entry(Scalar.DECIMAL, BigDecimal::new),
            Map.entry(Scalar.BOOLEAN, Boolean::valueOf),
            Map.entry(Scalar.DATE, LocalDate::parse),
            Map.entry(Scalar.TIME, LocalTime::parse),
            Map.entry(Scalar.DATE_TIME, LocalDateTime::parse),
            Map.entry(Scalar.INSTANT, Instant::parse),
            Map.entry(Scalar.DURATION, Duration::parse),
            Map.entry(Scalar.UUID, UUID::fromString),
            Map.entry(Scalar.BINARY, Base64.getDecoder()::decode));
    // end

    private JsonValues() {}

    // snippet:json-rows
    static Map<String, @Nullable Object> write(Row row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.layout().size(); i++) {
            Layout.Slot slot = row.layout().slot(i);
            object.put(slot.source(), write(slot.storage(), row.get(i)));
        }
        object.values().removeIf(Objects::isNull);
        return object;
    }

    static Row read(Layout layout, Map<?, ?> object) {
        @Nullable Object[] values = new Object[layout.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(layout.slot(i).storage(), object.get(layout.slot(i).source()));
        }
        return Row.over(layout, values);
    }
    // end

    private static @Nullable Object write(Storage storage, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (storage == Scalar.ANY || storage instanceof Storage.OneOf) {
            throw JsonFolderAdapter.unsupported(JsonFolderAdapter.ONE_KIND);
        }
        if (value instanceof Row row) {
            return write(row);
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(each -> write(element(storage), each)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, each) -> object.put(key, write(element(storage), each)));
            return object;
        }
        String text = value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
        return value instanceof Boolean ? value : text;
    }

    private static Storage element(Storage storage) {
        if (storage instanceof Storage.MapOf map) {
            return map.value();
        }
        return storage instanceof Storage.SetOf set ? set.element() : ((Storage.ListOf) storage).element();
    }

    private static @Nullable Object read(Storage storage, @Nullable Object json) {
        if (json == null) {
            return null;
        }
        if (storage instanceof Scalar scalar) {
            return Objects.requireNonNull(READERS.get(scalar)).apply(json.toString());
        }
        if (storage instanceof Storage.Embedded embedded) {
            return read(embedded.layout().get(), (Map<?, ?>) json);
        }
        if (storage instanceof Storage.MapOf) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) json).forEach((key, value) -> map.put((String) key, read(element(storage), value)));
            return map;
        }
        List<@Nullable Object> values = new ArrayList<>();
        ((List<?>) json).forEach(value -> values.add(read(element(storage), value)));
        return storage instanceof Storage.SetOf ? new LinkedHashSet<>(values) : values;
    }
}
