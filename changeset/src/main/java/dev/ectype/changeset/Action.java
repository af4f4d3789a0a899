package dev.ectype.changeset;

/** What a changeset is for; a changeset that nobody has said it of has none. */
public enum Action {
    /** The record is new. */
    INSERT,
    /** The record exists and changes. */
    UPDATE,
    /** The record is removed. */
    DELETE,
    /** The record made place for another; its relation's {@link OnReplace} says what becomes of it. */
    REPLACE,
    /** A child that is left out of its parent's change, as if it had not been given. */
    IGNORE,
    /** The record is inserted or replaced, whichever fits. */
    UPSERT,
    /** Input is only checked, nothing is stored. */
    VALIDATE
}
