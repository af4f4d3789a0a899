package dev.ectype.error;

import java.util.Map;

/** Says that an update or delete hit no record: it is gone, or its lock value has moved on. */
public final class StaleRecordException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public StaleRecordException(String message, Map<String, ?> context) {
        super(Kind.CONFLICT, message, context);
    }
}
