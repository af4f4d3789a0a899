package dev.ectype.error;

import java.util.Map;

/** Says that a call which must succeed was given an invalid changeset; the message lists its errors. */
public final class InvalidChangesetException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public InvalidChangesetException(String message, Map<String, ?> context) {
        super(Kind.USAGE, message, context);
    }
}
