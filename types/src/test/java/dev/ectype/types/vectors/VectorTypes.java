package dev.ectype.types.vectors;

import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our type for each type expression of the vector files. */
final class VectorTypes {
    private static final Map<String, Type<?>> NAMED = Map.ofEntries(
            Map.entry("string", Types.string()),
            Map.entry("binary_id", Types.string()),
            Map.entry("integer", Types.bigInteger()),
            Map.entry("id", Types.bigInteger()),
            Map.entry("float", Types.float64()),
            Map.entry("boolean", Types.bool()),
            Map.entry("decimal", Types.decimal()),
            Map.entry("date", Types.date()),
            Map.entry("time", Types.time()),
            Map.entry("time_usec", Types.timeMicros()),
            Map.entry("naive_datetime", Types.dateTime()),
            Map.entry("naive_datetime_usec", Types.dateTimeMicros()),
            Map.entry("utc_datetime", Types.instant()),
            Map.entry("utc_datetime_usec", Types.instantMicros()),
            Map.entry("uuid", Types.uuid()),
            Map.entry("binary", Types.binary()),
            Map.entry("any", Types.any()),
            Map.entry("map", Types.map()));

    private VectorTypes() {}

    static Type<?> read(Object expression) {
        if (expression instanceof String name) {
            return NAMED.get(name);
        }
        Map.Entry<?, ?> only = ((Map<?, ?>) expression).entrySet().iterator().next();
        Object inner = only.getValue();
        return switch (only.getKey().toString()) {
            case "array" -> Types.listOf(read(inner));
            case "map" -> Types.mapOf(read(inner));
            case "enum" -> choice(inner);
            default -> throw new IllegalArgumentException("unknown type " + expression);
        };
    }

    private static Type<String> choice(Object values) {
        if (values instanceof List<?> names) {
            return Types.oneOf(names.toArray(String[]::new));
        }
        Map<String, Integer> codes = new LinkedHashMap<>();
        ((Map<?, ?>) values).forEach((name, code) -> codes.put(name.toString(), ((Number) code).intValue()));
        return Types.oneOf(codes);
    }
}
