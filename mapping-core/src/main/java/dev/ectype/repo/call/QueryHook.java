package dev.ectype.repo.call;

import dev.ectype.query.Query;

/**
 * Changes queries before they run: the place for what must hold of every query of a program, such as the tenant to which
 * records belong. It is asked for every query of a repo: those of reads, of preloads, of {@code updateAll} and {@code
 * deleteAll}; not for writes of single records, which have no query.
 */
@FunctionalInterface
public interface QueryHook {

    /**
     * Returns the query that runs instead: of the same schema and with the same preloads, usually the given one with more
     * conditions. What it throws ends the call before the store is touched.
     */
    Query<?> prepare(Operation operation, Query<?> query, Options options);
}
