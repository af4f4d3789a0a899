package dev.ectype.error;

import java.util.Map;

/** Says that a query for at most one record found several. */
public final class MultipleResultsException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public MultipleResultsException(String message, Map<String, ?> context) {
        super(Kind.DATA, message, context);
    }
}
