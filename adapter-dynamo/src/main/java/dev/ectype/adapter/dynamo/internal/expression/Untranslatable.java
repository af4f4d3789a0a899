package dev.ectype.adapter.dynamo.internal.expression;

/** Says that a condition has no exact expression. */
public final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with the reason, which must hold no value. */
    public Untranslatable(String why) {
        super(why, null, false, false);
    }

    /** Returns the reason. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
