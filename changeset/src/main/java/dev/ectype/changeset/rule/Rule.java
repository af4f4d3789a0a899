package dev.ectype.changeset.rule;

import dev.ectype.types.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be. Implementations are immutable; a rule that holds must not cost anything but the look.
 *
 * @param <V> the values it can look at
 */
public interface Rule<V> {

    /** Returns the rule's name: {@code format}, {@code length}. */
    String name();

    /** Returns what the rule was given, by name. */
    Map<String, Object> settings();

    /**
     * Looks at a value and returns null if the rule holds.
     *
     * @param type the value's type, which knows when values are equal
     * @throws IllegalArgumentException if the rule is none for such a value, which is a mistake of the program
     */
    @Nullable Violation check(V value, Type<?> type);
}
