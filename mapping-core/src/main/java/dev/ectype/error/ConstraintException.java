package dev.ectype.error;

import java.util.Map;

/** Says that the store refused a write by a rule that the changeset does not declare; the message lists those it does. */
public final class ConstraintException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public ConstraintException(String message, Map<String, ?> context) {
        super(Kind.CONFLICT, message, context);
    }
}
