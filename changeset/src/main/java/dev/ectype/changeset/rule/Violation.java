package dev.ectype.changeset.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a rule does not hold.
 *
 * @param code what a program knows it by, such as {@code length.min}
 * @param text the text; {@code %{name}} stands for an argument
 * @param arguments what the text and a program may want to know
 */
public record Violation(String code, String text, Map<String, Object> arguments) {

    /** Returns a violation whose text and arguments a message may replace. */
    public static Violation of(String code, String text, Map<String, Object> arguments, @Nullable Message message) {
        if (message == null) {
            return new Violation(code, text, arguments);
        }
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.putAll(message.arguments());
        return new Violation(code, message.text(), all);
    }

    /** Returns a violation of a rule that has no other arguments than its name. */
    public static Violation of(String validation, String text, @Nullable Message message) {
        return of(validation, text, Map.of("validation", validation), message);
    }
}
