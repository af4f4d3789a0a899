package dev.ectype.adapter.dynamo.internal.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and values of one request, each by a placeholder, which its expressions share. Used by one thread. */
public final class Placeholders {
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** Returns the placeholder of a name. */
    public String name(String attribute) {
        String known = byName.get(attribute);
        if (known == null) {
            known = "#" + byName.size();
            byName.put(attribute, known);
            names.put(known, attribute);
        }
        return known;
    }

    /** Returns the placeholder of a value. */
    public String value(AttributeValue value) {
        String placeholder = ":" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    /** Adds what a condition in the driver's own terms brings along. */
    void addAll(Map<String, String> moreNames, Map<String, AttributeValue> moreValues) {
        names.putAll(moreNames);
        values.putAll(moreValues);
    }

    /** Returns the names by their placeholders; null if there are none, as requests want it. */
    public @Nullable Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** Returns the values by their placeholders; null if there are none, as requests want it. */
    public @Nullable Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    /** Returns an expression for readers: with its names, and a question mark for every value. */
    public String shown(String expression) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char mark = expression.charAt(i);
            int end = i + 1;
            while ((mark == '#' || mark == ':') && end < expression.length() && isPartOfName(expression.charAt(end))) {
                end++;
            }
            String placeholder = expression.substring(i, end);
            shown.append(mark == ':' ? "?" : names.getOrDefault(placeholder, placeholder));
            i = end - 1;
        }
        return shown.toString();
    }

    private static boolean isPartOfName(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '_';
    }
}
