package dev.ectype.changeset.rule;

import dev.ectype.types.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a param that must be true is validated. Immutable. */
public final class Acceptance implements Rule<Object> {

    /** With the usual text. */
    public static final Acceptance PLAIN = new Acceptance(null);

    private final @Nullable Message message;

    private Acceptance(@Nullable Message message) {
        this.message = message;
    }

    /** Returns the options with a text and arguments of its own. */
    public Acceptance message(Message own) {
        return new Acceptance(own);
    }

    /** Tells whether a param says yes: true, {@code "true"} or {@code "1"}. */
    public static boolean isAccepted(@Nullable Object param) {
        return Boolean.TRUE.equals(param) || "true".equals(param) || "1".equals(param);
    }

    /** Returns what is wrong if the param does not say yes. */
    public Violation refused() {
        return Violation.of("acceptance", "must be accepted", message);
    }

    @Override
    public String name() {
        return "acceptance";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (message != null) {
            settings.put("message", message);
        }
        return settings;
    }

    /** Holds of every value: what is looked at are params. */
    @Override
    public @Nullable Violation check(Object value, Type<?> type) {
        return null;
    }
}
