package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.InvalidChangesetException;
import dev.ectype.changeset.Result;
import dev.ectype.error.StaleRecordException;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Schema;

/**
 * How a repo writes one record. A violated constraint that the changeset declares is an error of its field, on every kind
 * of write; one that it does not declare is a {@link dev.ectype.error.ConstraintException}.
 */
public sealed interface Writing permits Repo {

    private Writer writer() {
        return ((Repo) this).writer();
    }

    /**
     * Inserts a new record. Missing generated values and timestamps are made and come back in the result; fields without a
     * value are not written.
     */
    default <R> Result<R> insert(Changeset<R> changeset) {
        return insert(changeset, WriteOptions.none());
    }

    /** Inserts a new record, by options. */
    default <R> Result<R> insert(Changeset<R> changeset, WriteOptions options) {
        return writer().insert(changeset, options);
    }

    /** Inserts a record as it is, with what it lacks made. */
    default <R> Result<R> insert(Schema<R> schema, R data) {
        return insert(schema.change(data));
    }

    /**
     * Inserts a new record and returns it.
     *
     * @throws InvalidChangesetException if the changeset has errors, or violates a constraint that it declares
     */
    default <R> R insertOrThrow(Changeset<R> changeset) {
        return Writer.orThrow(insert(changeset));
    }

    /**
     * Writes the changes of a changeset on a record that was read, and nothing else; without changes the store is not
     * called.
     */
    default <R> Result<R> update(Changeset<R> changeset) {
        return update(changeset, WriteOptions.none());
    }

    /** Writes the changes of a changeset on a record that was read, by options. */
    default <R> Result<R> update(Changeset<R> changeset, WriteOptions options) {
        return writer().update(changeset, options);
    }

    /**
     * Writes the changes of a changeset on a record that was read, and returns it.
     *
     * @throws InvalidChangesetException if the changeset has errors, or violates a constraint that it declares
     * @throws StaleRecordException if the record is gone or has moved on
     */
    default <R> R updateOrThrow(Changeset<R> changeset) {
        return Writer.orThrow(update(changeset));
    }

    /**
     * Inserts the record of a changeset that is on nothing, or on a record without a primary key yet; updates any other.
     * What is in the store is not looked at: for that, {@link #upsert} is there.
     */
    default <R> Result<R> insertOrUpdate(Changeset<R> changeset) {
        return insertOrUpdate(changeset, WriteOptions.none());
    }

    /** Inserts or updates as {@link #insertOrUpdate(Changeset)} does, by options. */
    default <R> Result<R> insertOrUpdate(Changeset<R> changeset, WriteOptions options) {
        return Keys.isStored(changeset) ? update(changeset, options) : insert(changeset, options);
    }

    /**
     * Inserts or updates the record of a changeset, and returns it.
     *
     * @throws InvalidChangesetException if the changeset has errors, or violates a constraint that it declares
     * @throws StaleRecordException if the record to update is gone or has moved on
     */
    default <R> R insertOrUpdateOrThrow(Changeset<R> changeset) {
        return Writer.orThrow(insertOrUpdate(changeset));
    }

    /**
     * Inserts a new record, or does with the one that is there what the rule says, in one atomic step. The outcome tells
     * which, with the record as it is in the store.
     *
     * @throws dev.ectype.error.MappingException if the store cannot do this in one step
     */
    default <R> RowOutcome<R> upsert(Changeset<R> changeset, Upsert<R> rule) {
        return writer().upsert(changeset, rule);
    }

    /**
     * Inserts or merges as {@link #upsert} does, and returns the record as it is in the store.
     *
     * @throws InvalidChangesetException if the changeset has errors, or violates a constraint that it declares
     * @throws StaleRecordException if the record that is there does not meet the rule's condition
     */
    default <R> R upsertOrThrow(Changeset<R> changeset, Upsert<R> rule) {
        return upsert(changeset, rule).orElseThrow();
    }

    /** Removes the record that a changeset is on. */
    default <R> Result<R> delete(Changeset<R> changeset) {
        return delete(changeset, WriteOptions.none());
    }

    /** Removes the record that a changeset is on, by options. */
    default <R> Result<R> delete(Changeset<R> changeset, WriteOptions options) {
        return writer().delete(changeset, options);
    }

    /** Removes a record, found by its primary key. */
    default <R> Result<R> delete(Schema<R> schema, R data) {
        return delete(schema.change(data));
    }

    /**
     * Removes the record that a changeset is on, and returns it.
     *
     * @throws InvalidChangesetException if the changeset has errors, or violates a constraint that it declares
     * @throws StaleRecordException if the record is gone or has moved on
     */
    default <R> R deleteOrThrow(Changeset<R> changeset) {
        return Writer.orThrow(delete(changeset));
    }
}
