package dev.ectype.changeset.vectors;

import dev.ectype.changeset.rule.Rules;
import dev.ectype.changeset.rule.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tagged values of the files into Java's. */
final class VectorValues {

    /** A struct of an embedded schema, as opposed to a map of changes. */
    record Struct(Map<?, ?> fields) {}

    /** A regular expression. */
    record Regex(String source) {}

    /** What is expected of a related record's changeset. */
    record Child(Map<?, ?> expected) {}

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
            case "$date" -> LocalDate.parse((String) value);
            case "$time" -> LocalTime.parse((String) value);
            case "$naive" -> LocalDateTime.parse((String) value);
            case "$utc" -> instant((String) value);
            case "$atom" -> new SeenAs.Atom((String) value);
            case "$binary" -> Base64.getDecoder().decode((String) value);
            case "$range" -> span((List<?>) value);
            case "$regex" -> new Regex((String) value);
            case "$struct" -> new Struct((Map<?, ?>) value);
            case "$changeset" -> new Child((Map<?, ?>) value);
            default -> null;
        };
    }

    private static Object instant(String text) {
        return LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
    }

    private static Span span(List<?> range) {
        long first = ((BigInteger) range.get(0)).longValueExact();
        long last = ((BigInteger) range.get(1)).longValueExact();
        return range.size() == 2
                ? Rules.range(first, last)
                : Span.of(first, last, ((BigInteger) range.get(2)).longValueExact());
    }
}
