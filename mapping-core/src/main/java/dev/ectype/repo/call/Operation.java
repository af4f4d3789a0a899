package dev.ectype.repo.call;

/** What a call of a repo does; options and events name it. */
public enum Operation {
    /** Reads the records of a query, by whatever method: get, one, all, page, exists, count, aggregate. */
    ALL,
    /** Reads the records of a query one by one. */
    STREAM,
    /** Reads records again that were read before. */
    RELOAD,
    /** Reads the records that belong to others. */
    PRELOAD,
    /** Adds a record. */
    INSERT,
    /** Changes a record. */
    UPDATE,
    /** Removes a record. */
    DELETE,
    /** Adds many records. */
    INSERT_ALL,
    /** Changes all records of a query. */
    UPDATE_ALL,
    /** Removes all records of a query. */
    DELETE_ALL,
    /** Does several operations together or not at all. */
    TRANSACT;

    /** Tells whether the operation itself writes; of what is done together, each part is asked. */
    public boolean writes() {
        return switch (this) {
            case INSERT, UPDATE, DELETE, INSERT_ALL, UPDATE_ALL, DELETE_ALL -> true;
            case ALL, STREAM, RELOAD, PRELOAD, TRANSACT -> false;
        };
    }

    /** Tells whether the operation has a query, which a hook may change before it runs. */
    public boolean hasQuery() {
        return switch (this) {
            case ALL, STREAM, RELOAD, PRELOAD, UPDATE_ALL, DELETE_ALL -> true;
            case INSERT, UPDATE, DELETE, INSERT_ALL, TRANSACT -> false;
        };
    }
}
