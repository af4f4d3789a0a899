package dev.ectype.adapter.inmemory;

import java.util.List;

/**
 * The size of a table at one moment.
 *
 * @param table its name, with its prefix
 * @param rows how many rows it has
 * @param isOrdered whether it is ordered by primary key
 * @param indexes the names of its indexes
 */
public record TableStatistics(String table, int rows, boolean isOrdered, List<String> indexes) {
    /** Copies the names. */
    public TableStatistics {
        indexes = List.copyOf(indexes);
    }
}
