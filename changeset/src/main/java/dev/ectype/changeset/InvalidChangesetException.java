package dev.ectype.changeset;

/** Thrown where a program asked for the record of a changeset that has errors; the message lists them. */
public final class InvalidChangesetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Changeset<?> changeset;

    /** Creates the exception. */
    public InvalidChangesetException(Changeset<?> changeset) {
        super("could not apply the changeset because it is invalid: " + ErrorText.list(changeset.allErrors()));
        this.changeset = changeset;
    }

    /** Returns the changeset with its errors. */
    public Changeset<?> changeset() {
        return changeset;
    }
}
