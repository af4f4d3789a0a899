package dev.ectype.changeset.vectors;

import dev.ectype.types.Type;
import dev.ectype.types.Types;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Our type for each type expression of the files, and the Java value for each of theirs. */
final class VectorTypes {
    private static final Map<String, Type<?>> NAMED = new HashMap<>();

    static {
        name("string", Types.string());
        name("binary_id", Types.string());
        name("integer", Types.bigInteger());
        name("id", Types.bigInteger());
        name("float", Types.float64());
        name("boolean", Types.bool());
        name("decimal", Types.decimal());
        name("date", Types.date());
        name("time", Types.time());
        name("time_usec", Types.timeMicros());
        name("naive_datetime", Types.dateTime());
        name("naive_datetime_usec", Types.dateTimeMicros());
        name("utc_datetime", Types.instant());
        name("utc_datetime_usec", Types.instantMicros());
        name("any", Types.any());
        name("map", Types.map());
        NAMED.put("uuid", new SeenAs<>("uuid", Types.uuid(), String.class, UUID::toString, UUID::fromString));
        NAMED.put(
                "binary", new SeenAs<>("binary", Types.binary(), String.class, VectorTypes::text, VectorTypes::bytes));
    }

    private static void name(String name, Type<?> type) {
        NAMED.put(name, SeenAs.named(name, type));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private VectorTypes() {}

    /** Returns the type, or null if the expression is none that stands for a single value. */
    static Type<?> read(Object expression) {
        if (expression instanceof String name) {
            return NAMED.get(name);
        }
        if (!(expression instanceof Map<?, ?> map)) {
            return null;
        }
        Object inner = map.values().iterator().next();
        return switch (map.keySet().iterator().next().toString()) {
            case "array" -> Types.listOf(read(inner));
            case "map" -> Types.mapOf(read(inner));
            case "enum" -> choice(inner);
            default -> null;
        };
    }

    private static Type<SeenAs.Atom> choice(Object values) {
        return new SeenAs<>("enum", names(values), SeenAs.Atom.class, SeenAs.Atom::new, SeenAs.Atom::name);
    }

    private static Type<String> names(Object values) {
        if (values instanceof List<?> names) {
            return Types.oneOf(names.toArray(String[]::new));
        }
        Map<String, Integer> codes = new LinkedHashMap<>();
        ((Map<?, ?>) values).forEach((name, code) -> codes.put(name.toString(), ((Number) code).intValue()));
        return Types.oneOf(codes);
    }
}
