package dev.ectype.changeset.rule;

import dev.ectype.changeset.internal.Same;
import dev.ectype.types.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which values are allowed, or not, by the equality of their type. Immutable.
 *
 * @param <V> the values
 */
public final class Membership<V> implements Rule<V> {

    /** How the value and the list belong together. */
    public enum Kind {
        /** The value is in the list. */
        INCLUSION("inclusion", "is invalid"),
        /** The value is not in the list. */
        EXCLUSION("exclusion", "is reserved"),
        /** Each element of the value is in the list. */
        SUBSET("subset", "has an invalid entry");

        private final String code;
        private final String text;

        Kind(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    private final Kind kind;
    private final Iterable<?> values;
    private final @Nullable Message message;

    private Membership(Kind kind, Iterable<?> values, @Nullable Message message) {
        this.kind = kind;
        this.values = values;
        this.message = message;
    }

    static <V> Membership<V> of(Kind kind, Collection<?> values) {
        return new Membership<>(kind, Collections.unmodifiableList(new ArrayList<>(values)), null);
    }

    static <V> Membership<V> of(Kind kind, Span span) {
        return new Membership<>(kind, span, null);
    }

    /** Returns the rule with a text of its own. */
    public Membership<V> message(String text) {
        return message(Message.of(text));
    }

    /** Returns the rule with a text and arguments of its own. */
    public Membership<V> message(Message own) {
        return new Membership<>(kind, values, own);
    }

    /** Returns how the value and the list belong together. */
    public Kind kind() {
        return kind;
    }

    /** Returns the values: a {@link List} or a {@link Span}. */
    public Iterable<?> values() {
        return values;
    }

    @Override
    public String name() {
        return kind.code;
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("values", values);
        if (message != null) {
            settings.put("message", message);
        }
        return settings;
    }

    @Override
    public @Nullable Violation check(V value, Type<?> type) {
        boolean holds =
                kind == Kind.SUBSET ? containsAll(type, value) : contains(type, value) == (kind == Kind.INCLUSION);
        return holds ? null : violation();
    }

    private boolean containsAll(Type<?> type, Object value) {
        Type<?> element = type.element()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a " + type.name() + " has no elements: validate a subset of lists and sets"));
        for (Object item : (Collection<?>) value) {
            if (!contains(element, item)) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(Type<?> type, @Nullable Object value) {
        if (!(values instanceof List<?> list)) {
            return value != null && ((Span) values).contains(value);
        }
        for (Object allowed : list) {
            if (Same.isListed(type, value, allowed)) {
                return true;
            }
        }
        return false;
    }

    private Violation violation() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("validation", kind.code);
        arguments.put("enum", values);
        return Violation.of(kind.code, kind.text, arguments, message);
    }
}
