package dev.ectype.adapter.dynamo.internal.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads stored values as what they are, whatever field they stand in. */
final class Natural {
    private Natural() {}

    /** Reads a value that is not NULL. */
    static Object read(AttributeValue stored) {
        return switch (stored.type()) {
            case S -> stored.s();
            case N -> Numbers.natural(stored.n());
            case B -> stored.b().asByteArray();
            case BOOL -> stored.bool();
            case L -> list(stored.l());
            case M -> Tagged.isTagged(stored.m()) ? Tagged.read(stored.m()) : map(stored.m());
            case SS -> Set.copyOf(stored.ss());
            case NS -> numbers(stored.ns());
            case BS -> bytes(stored);
            default -> throw new IllegalArgumentException("an attribute value without a type");
        };
    }

    private static @Nullable Object nullable(AttributeValue stored) {
        return isNull(stored) ? null : read(stored);
    }

    /** Reads what may be NULL in a format. */
    static @Nullable Object readNullable(Format format, AttributeValue stored) {
        return isNull(stored) ? null : format.read(stored);
    }

    static boolean isNull(AttributeValue stored) {
        return stored.type() == AttributeValue.Type.NUL;
    }

    private static List<@Nullable Object> list(List<AttributeValue> stored) {
        List<@Nullable Object> list = new ArrayList<>(stored.size());
        stored.forEach(element -> list.add(nullable(element)));
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<String, AttributeValue> stored) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        stored.forEach((key, value) -> map.put(MapKeys.unescape(key), nullable(value)));
        return map;
    }

    private static Set<Object> numbers(List<String> stored) {
        Set<Object> numbers = new LinkedHashSet<>();
        stored.forEach(number -> numbers.add(new BigDecimal(number)));
        return numbers;
    }

    private static Set<Object> bytes(AttributeValue stored) {
        Set<Object> all = new LinkedHashSet<>();
        stored.bs().forEach(bytes -> all.add(bytes.asByteArray()));
        return all;
    }
}
