package dev.ectype.repo.graph;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Result;
import dev.ectype.query.Query;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Column;
import java.util.List;

/** Writes one record, whose associations it does not look at, and rows that are found by conditions. */
public interface RecordWriter {

    /** Returns what the steps before a write make of a changeset, for that action. */
    <R> Changeset<R> prepared(Changeset<R> given, Action action);

    /** Inserts the record of a prepared changeset. */
    <R> Result<R> insert(Changeset<R> prepared, WriteOptions options);

    /** Updates the record of a prepared changeset. */
    <R> Result<R> update(Changeset<R> prepared, WriteOptions options);

    /** Deletes the record of a prepared changeset. */
    <R> Result<R> delete(Changeset<R> prepared, WriteOptions options);

    /**
     * Inserts a row that relates two records.
     *
     * @param keepingOn the row's keys, if one with the same keys is no violation but kept; otherwise empty
     * @param owner who declares the constraints that the row may violate, and gets their errors
     * @return the owner's changeset, invalid if the row violates a constraint
     */
    <J, R> Changeset<R> relate(Changeset<J> row, List<Field<J, ?>> keepingOn, Changeset<R> owner);

    /** Deletes every record of a query. */
    <E> void removeAll(Query<E> query);

    /** Takes the value of a column from every record of a query. */
    <E> void clearAll(Query<E> query, Column<E, ?> column);
}
