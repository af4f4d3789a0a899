package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.Updates;
import dev.ectype.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a repo writes many records. */
public sealed interface BulkWriting permits Repo {

    private Repo self() {
        return (Repo) this;
    }

    /**
     * Inserts many rows, each as {@link Repo#insert} does, and tells of each what became of it. A row that is not inserted
     * keeps no other from being inserted; in a transaction, all that were are undone together. When the store fails for all
     * rows of a chunk, the rows behind it are not tried.
     */
    default <R> BulkResult<R> insertAll(BulkInsert<R> rows) {
        return self().inserter().insertAll(rows);
    }

    /** Inserts what changesets say, many at a time. */
    default <R> BulkResult<R> insertAll(List<Changeset<R>> changesets) {
        return insertAll(BulkInsert.of(changesets));
    }

    /** Inserts records as they are, with what they lack made, many at a time. */
    default <R> BulkResult<R> insertAll(Schema<R> schema, List<? extends R> records) {
        return insertAll(BulkInsert.records(schema, records));
    }

    /**
     * Changes all records of a query in the store, and returns how many met its conditions. Nothing is read, validated or
     * made here; the time of the update is only set by {@link Updates#touching}.
     *
     * @throws dev.ectype.error.UnsupportedQueryException if the store does not check every condition itself
     * @throws dev.ectype.error.ConstraintException if the changed records would violate a rule of the store
     */
    default <R> long updateAll(Query<R> query, Updates<R> updates) {
        return self().changer().updateAll(query, updates);
    }

    /**
     * Changes all records of a query in the store as {@link #updateAll} does, and returns them as they are then, in any order:
     * whole, or what is selected of them.
     *
     * @throws dev.ectype.error.MappingException if the store does not tell the records in the step that changes them
     */
    default <T extends @Nullable Object> List<T> updateAllReturning(Queryable<T> told, Updates<?> updates) {
        return self().changer().updateAllReturning(told, updates);
    }

    /**
     * Removes all records of a query from the store as {@link #deleteAll} does, and returns them as they were, in any order:
     * whole, or what is selected of them.
     *
     * @throws dev.ectype.error.MappingException if the store does not tell the records in the step that removes them
     */
    default <T extends @Nullable Object> List<T> deleteAllReturning(Queryable<T> told) {
        return self().changer().deleteAllReturning(told);
    }

    /**
     * Removes all records of a query from the store, and returns how many. What is associated with them is left alone.
     *
     * @throws dev.ectype.error.UnsupportedQueryException if the store does not check every condition itself
     */
    default long deleteAll(Query<?> query) {
        return self().changer().deleteAll(query);
    }
}
