package dev.ectype.adapter.inmemory;

/**
 * How the table of a source keeps its rows; a hint of the source. The first source of a table decides, and others may
 * only repeat it. Without this hint a table is hashed. Immutable.
 *
 * @param isOrdered whether rows stand in the order of their primary keys
 */
public record TableOptions(boolean isOrdered) {

    /** Rows found by primary key at once, in no order. */
    public static TableOptions hashed() {
        return new TableOptions(false);
    }

    /** Rows in the order of their primary keys, so that ranges, order and pages of the key need no index. */
    public static TableOptions ordered() {
        return new TableOptions(true);
    }
}
