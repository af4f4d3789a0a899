package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Query;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.graph.RecordWriter;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.spi.BulkChanging;
import dev.ectype.spi.Insert;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes single records into the store of a context, each by a call of its own. */
record StoreWrites(RepoContext context) implements RecordWriter {

    @Override
    public <R> Changeset<R> prepared(Changeset<R> given, Action action) {
        return Writer.prepared(given, action);
    }

    @Override
    public <R> Result<R> insert(Changeset<R> prepared, WriteOptions options) {
        return new AssocConstraints(context)
                .guard(
                        prepared,
                        Action.INSERT,
                        (inside, checked) -> inside.call(
                                Operation.INSERT,
                                Writer.schemaOf(checked),
                                call -> Insertion.result(Writer.inserted(call, checked, Optional.empty(), options))));
    }

    @Override
    public <R> Result<R> update(Changeset<R> prepared, WriteOptions options) {
        return new AssocConstraints(context)
                .guard(
                        prepared,
                        Action.UPDATE,
                        (inside, checked) -> inside.call(
                                Operation.UPDATE,
                                Writer.schemaOf(checked),
                                call -> Writer.update(call, checked, options)));
    }

    @Override
    public <R> Result<R> delete(Changeset<R> prepared, WriteOptions options) {
        return new AssocConstraints(context)
                .guard(
                        prepared,
                        Action.DELETE,
                        (inside, checked) -> inside.call(
                                Operation.DELETE,
                                Writer.schemaOf(checked),
                                call -> Writer.delete(call, checked, options)));
    }

    @Override
    public <J, R> Changeset<R> relate(Changeset<J> row, List<Field<J, ?>> keepingOn, Changeset<R> owner) {
        Changeset<J> prepared = prepared(row, Action.INSERT);
        if (!prepared.isValid()) {
            throw new MappingException(
                    Kind.USAGE,
                    "the defaults of a join make a row that is invalid",
                    Map.of("row", prepared.shape().name(), "errors", prepared.errors()));
        }
        return context.call(Operation.INSERT, Writer.schemaOf(row), call -> related(call, prepared, keepingOn, owner));
    }

    private static <J, R> Changeset<R> related(
            Call call, Changeset<J> row, List<Field<J, ?>> keepingOn, Changeset<R> owner) {
        Optional<Upsert<J>> rule = keepingOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new Upsert.Target<>(keepingOn, Optional.empty()).nothing());
        Insert made = Insertion.of(call, row, rule, WriteOptions.none()).insert();
        Insert insert = new Insert(made.source(), made.row(), made.onConflict(), List.of(), made.options());
        WriteOutcome outcome = call.sent(() -> call.adapter().insert(insert));
        if (outcome instanceof WriteOutcome.Failed failed) {
            throw failed.failure();
        }
        return outcome instanceof WriteOutcome.Violated violated
                ? Violations.toErrors(owner, violated.violations())
                : owner;
    }

    private boolean changesAtOnce() {
        return context.adapter().as(BulkChanging.class).isPresent();
    }

    @Override
    public <E> void removeAll(Query<E> query) {
        if (changesAtOnce()) {
            new BulkChanges(context).deleteAll(query);
            return;
        }
        Schema<E> schema = query.schema();
        new Reader(context)
                .all(query)
                .forEach(each -> delete(schema.change(each), WriteOptions.none().allowStale()));
    }

    @Override
    public <E> void clearAll(Query<E> query, Column<E, ?> column) {
        if (changesAtOnce()) {
            new BulkChanges(context).updateAll(query, Updates.of(query.schema()).unset(column));
            return;
        }
        Schema<E> schema = query.schema();
        new Reader(context)
                .all(query)
                .forEach(each -> update(
                        schema.change(each).put(column, null),
                        WriteOptions.none().allowStale()));
    }
}
