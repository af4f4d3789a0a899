package dev.ectype.changeset;

/** When a store may be given a field's value. */
public enum Writable {
    /** On insert and update. */
    ALWAYS,
    /** On insert alone. */
    INSERT,
    /** Not at all: the store makes the value. */
    NEVER
}
