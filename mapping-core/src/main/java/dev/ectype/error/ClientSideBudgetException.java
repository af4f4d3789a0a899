package dev.ectype.error;

import java.util.Map;

/** Says that finishing a query outside the store would read more rows than the caller allowed. */
public final class ClientSideBudgetException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public ClientSideBudgetException(String message, Map<String, ?> context) {
        super(Kind.UNSUPPORTED, message, context);
    }
}
