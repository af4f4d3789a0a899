package dev.ectype.preload;

import dev.ectype.query.Query;
import java.util.List;

/** Runs queries, whose own preloads it does not look at. */
@FunctionalInterface
public interface Fetch {
    /** Returns the records of a query. */
    <E> List<E> all(Query<E> query);
}
