package dev.ectype.types;

import java.util.ArrayList;
import java.util.List;

/**
 * Says that a stored value is not one that the type writes: what was expected, what was found, and where. The value
 * itself is not part of the message. No stack trace is taken: the place in the data matters, not the place in the code.
 */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient List<Object> path;

    /** Creates an error at the value itself; {@code reason} reads "expected an integer but was text". */
    public LoadException(String reason) {
        this(reason, List.of());
    }

    private LoadException(String reason, List<Object> path) {
        super(path.isEmpty() ? reason : reason + " at " + path, null, false, false);
        this.reason = reason;
        this.path = List.copyOf(path);
    }

    /** Returns the same error one level further out: below a field name, list index or map key. */
    public LoadException under(Object step) {
        List<Object> longer = new ArrayList<>(path.size() + 1);
        longer.add(step);
        longer.addAll(path);
        return new LoadException(reason, longer);
    }

    /** Returns what was expected and what was found. */
    public String reason() {
        return reason;
    }

    /** Returns where the value stands: field names, list indexes and map keys, outermost first. */
    public List<Object> path() {
        return path;
    }

    /** Returns the usual error for a value of the wrong kind, naming the kind and not the value. */
    public static LoadException expected(String what, Object found) {
        return new LoadException("expected " + what + " but was " + Kind.of(found));
    }
}
