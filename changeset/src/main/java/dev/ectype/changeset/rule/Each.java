package dev.ectype.changeset.rule;

import dev.ectype.types.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule on each element of a list or set.
 *
 * @param rule what holds of each
 */
public record Each(Rule<?> rule) implements Rule<Object> {

    @Override
    public String name() {
        return "each";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("rule", rule);
    }

    /** Holds of every value: its elements are looked at one by one, since each has a place of its own. */
    @Override
    public @Nullable Violation check(Object value, Type<?> type) {
        return null;
    }
}
