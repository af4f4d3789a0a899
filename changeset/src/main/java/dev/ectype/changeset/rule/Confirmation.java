package dev.ectype.changeset.rule;

import dev.ectype.types.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a param that repeats another is validated. Immutable. */
public final class Confirmation implements Rule<Object> {

    /** The param may be missing. */
    public static final Confirmation PLAIN = new Confirmation(false, null);

    private final boolean required;
    private final @Nullable Message message;

    private Confirmation(boolean required, @Nullable Message message) {
        this.required = required;
        this.message = message;
    }

    /** Returns the options by which the param must not be missing. */
    public Confirmation required() {
        return new Confirmation(true, message);
    }

    /** Returns the options with a text and arguments of its own. */
    public Confirmation message(Message own) {
        return new Confirmation(required, own);
    }

    /** Returns what is wrong if the param is missing, or null if nothing is. */
    public @Nullable Violation missing() {
        return required ? Violation.of("required", "can't be blank", message) : null;
    }

    /** Returns what is wrong if the param is different. */
    public Violation different() {
        return Violation.of("confirmation", "does not match confirmation", message);
    }

    @Override
    public String name() {
        return "confirmation";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (required) {
            settings.put("required", true);
        }
        if (message != null) {
            settings.put("message", message);
        }
        return settings;
    }

    /** Holds of every value: what is compared are params. */
    @Override
    public @Nullable Violation check(Object value, Type<?> type) {
        return null;
    }
}
