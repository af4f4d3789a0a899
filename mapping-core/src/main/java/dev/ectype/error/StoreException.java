package dev.ectype.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says that the store failed: what is known of the outcome, and with the driver's exception as its cause. */
public final class StoreException extends MappingException {
    private static final long serialVersionUID = 1L;

    /** What is known of the effect of a call that failed. */
    public enum Outcome {
        /** It took effect. */
        DONE,
        /** It had no effect. */
        NOT_DONE,
        /** A part of it took effect, as the context says, and the rest had none. */
        PARTLY,
        /** It may have taken effect, or a part of it. */
        UNKNOWN
    }

    private final Outcome outcome;

    /** Creates the exception for an outage. */
    public StoreException(
            String message, Map<String, ?> context, Outcome outcome, boolean retryable, @Nullable Throwable cause) {
        super(Kind.UNAVAILABLE, message + "; the call is " + said(outcome), context, retryable, cause);
        this.outcome = outcome;
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case NOT_DONE -> "not done";
            case PARTLY -> "partly done: read before you go on";
            case UNKNOWN -> "perhaps done: read before you try again";
        };
    }

    /** Returns what is known of the outcome. */
    public Outcome outcome() {
        return outcome;
    }
}
