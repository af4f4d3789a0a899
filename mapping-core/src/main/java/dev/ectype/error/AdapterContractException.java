package dev.ectype.error;

import java.util.Map;

/** Says that an adapter's answer breaks a rule of its contract; the message names the rule. */
public final class AdapterContractException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with its variable parts. */
    public AdapterContractException(String message, Map<String, ?> context) {
        super(Kind.ADAPTER_BUG, message, context);
    }
}
