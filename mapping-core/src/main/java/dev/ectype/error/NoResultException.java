package dev.ectype.error;

import java.util.Map;

/** Says that a query that had to find a record found none. */
public final class NoResultException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public NoResultException(String message, Map<String, ?> context) {
        super(Kind.DATA, message, context);
    }
}
