package dev.ectype.repo.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the results of a query.
 *
 * @param rows the results, in the order of the query
 * @param next the cursor of the page behind this one; empty if there is none now
 * @param previous the cursor of the page before this one; empty if there is none now
 */
public record Page<T extends @Nullable Object>(List<T> rows, Optional<String> next, Optional<String> previous) {
    /** Copies the rows. */
    public Page {
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
}
