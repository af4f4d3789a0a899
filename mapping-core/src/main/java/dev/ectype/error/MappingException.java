package dev.ectype.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that the toolkit throws: a constant message, the variable parts as a context beside it, whose
 * fault it is and whether trying again may help. Values of users' data are not part of either.
 */
public class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault an exception is. */
    public enum Kind {
        /** The calling program did something that cannot work; the message says what would. */
        USAGE,
        /** The store cannot do what was asked. */
        UNSUPPORTED,
        /** What is stored does not fit the schema. */
        DATA,
        /** The write lost against another one, or against a rule of the store. */
        CONFLICT,
        /** The store cannot be reached, or did not answer in time. */
        UNAVAILABLE,
        /** An adapter broke its contract. */
        ADAPTER_BUG
    }

    private final Kind kind;
    private final boolean retryable;
    private final transient Map<String, Object> context;

    /** Creates an exception that no retry would help. */
    public MappingException(Kind kind, String message, Map<String, ?> context) {
        this(kind, message, context, false, null);
    }

    /**
     * Creates an exception.
     *
     * @param retryable whether the same call may succeed later
     * @param cause what the store's driver threw, if anything
     */
    public MappingException(
            Kind kind, String message, Map<String, ?> context, boolean retryable, @Nullable Throwable cause) {
        super(render(message, context), cause);
        this.kind = kind;
        this.retryable = retryable;
        this.context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    private static String render(String message, Map<String, ?> context) {
        return context.isEmpty()
                ? message
                : context.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("; ", message + " (", ")"));
    }

    /** Returns whose fault it is. */
    public Kind kind() {
        return kind;
    }

    /** Tells whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** Returns the variable parts of the message, in the order in which it shows them. */
    public Map<String, Object> context() {
        return context;
    }
}
