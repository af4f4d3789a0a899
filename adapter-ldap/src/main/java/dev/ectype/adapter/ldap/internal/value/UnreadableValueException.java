package dev.ectype.adapter.ldap.internal.value;

/** Says that an attribute value is not of its column's kind; whoever knows the entry and the attribute adds them. */
public final class UnreadableValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with what was expected. */
    public UnreadableValueException(String expected) {
        super(expected);
    }

    /** Creates the exception with what was expected and what its reader said. */
    public UnreadableValueException(String expected, Throwable cause) {
        super(expected, cause);
    }
}
