package dev.ectype.repo.graph;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Schema;

/**
 * Writes records together with those related to them, each by a writer of single records. What it writes belongs together:
 * who calls it makes sure that all of it stays or none. Errors of related records are in their owner's changeset.
 */
public final class GraphWriter {
    private final RecordWriter records;

    /** Creates a writer over one of single records. */
    public GraphWriter(RecordWriter records) {
        this.records = records;
    }

    RecordWriter records() {
        return records;
    }

    /** Inserts the record of a prepared changeset, and writes its related ones. */
    public <R> Result<R> insert(Changeset<R> prepared, WriteOptions options) {
        return new OwnerGraph<>(this, Surface.of(prepared)).write(owner -> records.insert(owner, options));
    }

    /** Updates the record of a prepared changeset, and writes its related ones. */
    public <R> Result<R> update(Changeset<R> prepared, WriteOptions options) {
        return new OwnerGraph<>(this, prepared).write(owner -> records.update(owner, options));
    }

    /** Deletes the record of a prepared changeset, after what its associations say is to happen to its related ones. */
    public <R> Result<R> delete(Changeset<R> prepared, WriteOptions options) {
        Schema<R> schema = Changed.schema(prepared);
        prepared.data()
                .ifPresent(owner ->
                        schema.associations().forEach(association -> new Cascade<>(records, owner).apply(association)));
        return records.delete(prepared, options);
    }

    /** Writes a related record as its changeset's action says. */
    <E> Result<E> save(Changeset<E> child) {
        return save(child, Changed.action(child), WriteOptions.none());
    }

    <E> Result<E> save(Changeset<E> child, Action action, WriteOptions options) {
        Changeset<E> prepared = records.prepared(child, action);
        if (!prepared.isValid()) {
            return new Result.Invalid<>(prepared);
        }
        return switch (action) {
            case INSERT -> insert(prepared, options);
            case DELETE -> delete(prepared, options);
            default -> update(prepared, options);
        };
    }
}
