package dev.ectype.types.vectors;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tagged values of the vector files into Java's. */
final class VectorValues {
    private VectorValues() {}

    static Object read(Object json) {
        if (json instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(element -> values.add(read(element)));
            return values;
        }
        if (!(json instanceof Map<?, ?> map)) {
            return json;
        }
        if (map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            Object tagged = tagged(only.getKey().toString(), only.getValue());
            if (tagged != null) {
                return tagged;
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(key.toString(), read(value)));
        return values;
    }

    private static Object tagged(String tag, Object value) {
        return switch (tag) {
            case "$float" -> Double.parseDouble((String) value);
            case "$decimal" -> new BigDecimal((String) value);
            case "$date" -> date((String) value);
            case "$time" -> LocalTime.parse((String) value);
            case "$naive" -> dateTime((String) value);
            case "$utc" -> utc((String) value);
            case "$atom" -> value;
            case "$binary" -> Base64.getDecoder().decode((String) value);
            default -> null;
        };
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static LocalDateTime dateTime(String text) {
        return LocalDateTime.parse(text);
    }

    private static Instant utc(String text) {
        return LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
    }

    static boolean isWhole(Object value) {
        return value instanceof BigInteger;
    }
}
