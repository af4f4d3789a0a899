package dev.ectype.changeset;

/** Which step found an error. */
public enum Origin {
    /** The input exceeds a bound, or has what no field takes. */
    PARAMS,
    /** A value does not fit its type. */
    CAST,
    /** A rule of the changeset does not hold. */
    VALIDATION,
    /** A rule that the store checks does not hold. */
    CONSTRAINT,
    /** The record is not in the state in which it was read. */
    STALE,
    /** The program added it. */
    PROGRAM
}
