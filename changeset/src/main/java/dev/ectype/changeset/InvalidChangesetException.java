package dev.ectype.changeset;

/**
 * Thrown where a program asked for the record of a changeset that has errors, which the message lists, or whose record was
 * stale.
 */
public final class InvalidChangesetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Changeset<?> changeset;

    /** Creates the exception. */
    public InvalidChangesetException(Changeset<?> changeset) {
        super(describe(changeset));
        this.changeset = changeset;
    }

    private static String describe(Changeset<?> changeset) {
        return changeset.isValid()
                ? "could not apply the changeset because its record is gone from the store, or is not any more what"
                        + " was read"
                : "could not apply the changeset because it is invalid: " + ErrorText.list(changeset.allErrors());
    }

    /** Returns the changeset with its errors. */
    public Changeset<?> changeset() {
        return changeset;
    }
}
