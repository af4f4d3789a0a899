package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.store.TableSettings;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the table of a source keeps its rows; a hint of the source. The first source of a table decides, and others may
 * only repeat it. Without this hint a table is hashed, and its indexes are ordered. Immutable.
 *
 * @param isOrdered whether rows stand in the order of their primary keys
 * @param hashedIndexes the names of declared indexes that are hashed
 */
public record TableOptions(boolean isOrdered, Set<String> hashedIndexes) {
    /** Copies the names. */
    public TableOptions {
        hashedIndexes = Set.copyOf(hashedIndexes);
    }

    /** Rows found by primary key at once, in no order. */
    public static TableOptions hashed() {
        return new TableOptions(false, Set.of());
    }

    /** Rows in the order of their primary keys, so that ranges, order and pages of the key need no index. */
    public static TableOptions ordered() {
        return new TableOptions(true, Set.of());
    }

    /**
     * Returns the same with a declared index that is hashed: it finds rows by equality of all of its fields at once, and
     * serves neither ranges nor prefixes nor orders.
     */
    public TableOptions withHashedIndex(String name) {
        Set<String> names = new HashSet<>(hashedIndexes);
        names.add(name);
        return new TableOptions(isOrdered, names);
    }

    TableSettings settings() {
        return new TableSettings(Optional.of(isOrdered), hashedIndexes);
    }
}
