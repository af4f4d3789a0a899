package dev.ectype.changeset.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text to use in the place of a rule's own, with arguments to add to the rule's. Immutable.
 *
 * @param text the text; {@code %{name}} stands for an argument
 * @param arguments the arguments to add, which may replace the rule's
 */
public record Message(String text, Map<String, Object> arguments) {

    /** Copies the arguments. */
    public Message {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Returns a message without arguments. */
    public static Message of(String text) {
        return new Message(text, Map.of());
    }

    /** Returns the message with one more argument. */
    public Message with(String name, @Nullable Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Message(text, more);
    }
}
