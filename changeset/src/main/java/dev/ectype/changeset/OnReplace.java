package dev.ectype.changeset;

/** What happens to a related record that a request leaves out or puts another one in the place of. */
public enum OnReplace {
    /** The program must not let it happen: {@link IllegalStateException}. */
    RAISE,
    /** The request is invalid: an error on the relation. */
    MARK_AS_INVALID,
    /** The record is removed. */
    DELETE,
    /** The record stays and is updated by what was meant to replace it; for relations to one record. */
    UPDATE,
    /** The record stays and loses its reference to the owner; for associations. */
    NILIFY,
    /** The record is removed, and it is no error if it is gone already; for associations. */
    DELETE_IF_EXISTS
}
