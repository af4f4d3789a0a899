package dev.ectype.changeset;

/** What becomes of a value that a store may not be given, by the field's {@link Writable} mode. */
public enum WritableViolation {
    /** The write is refused as a mistake of the program. */
    REFUSE,
    /** The value is left out, and the record that comes back has what is stored. */
    DROP,
    /** The value is left out as by {@link #DROP}, and a warning is logged. */
    WARN
}
