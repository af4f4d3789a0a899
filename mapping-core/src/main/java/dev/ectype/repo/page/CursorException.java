package dev.ectype.repo.page;

import dev.ectype.error.MappingException;
import java.util.Map;

/** Says that a cursor was made by another query, for another order or with another key, or was changed since. */
public final class CursorException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public CursorException(String message, Map<String, ?> context) {
        super(Kind.USAGE, message, context);
    }
}
