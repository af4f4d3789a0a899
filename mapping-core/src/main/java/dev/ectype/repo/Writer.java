package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.repo.call.Operation;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;

/** The writing half of a repo: turns changesets into writes, and what the store answers into results. */
final class Writer {
    private final RepoContext context;

    Writer(RepoContext context) {
        this.context = context;
    }

    <R> Result<R> insert(Changeset<R> given) {
        return context.call(Operation.INSERT, schemaOf(given), call -> insert(call, given));
    }

    <R> Result<R> update(Changeset<R> given) {
        return context.call(Operation.UPDATE, schemaOf(given), call -> update(call, given));
    }

    <R> Result<R> delete(Changeset<R> given) {
        return context.call(Operation.DELETE, schemaOf(given), call -> delete(call, given));
    }

    private <R> Result<R> insert(Call call, Changeset<R> given) {
        Changeset<R> changeset = prepared(given, Action.INSERT);
        if (!changeset.isValid()) {
            return new Result.Invalid<>(changeset);
        }
        Schema<R> schema = schemaOf(changeset);
        RecordValues<R> values = RecordValues.toInsert(schema, changeset, new Generation(call.clock()));
        Insert insert = new Insert(
                call.source(schema), values.row(), OnConflict.raise(), values.madeByStore(), call.forStore());
        WriteOutcome outcome = call.sent(() -> call.adapter().insert(insert));
        return result(changeset, outcome, values::read);
    }

    private <R> Result<R> update(Call call, Changeset<R> given) {
        Changeset<R> changeset = prepared(given, Action.UPDATE);
        if (!changeset.isValid()) {
            return new Result.Invalid<>(changeset);
        }
        Schema<R> schema = schemaOf(changeset);
        RecordValues<R> values =
                RecordValues.toUpdate(schema, changeset, new Generation(call.clock()), changeset.forcesUpdate());
        List<Assignment> assignments = values.assignments();
        if (assignments.isEmpty()) {
            return new Result.Ok<>(values.record());
        }
        Update update = new Update(
                call.source(schema),
                Keys.of(schema, dataOf(changeset)),
                assignments,
                Keys.conditions(changeset),
                values.readAfterWrites(),
                call.forStore());
        WriteOutcome outcome = call.sent(() -> call.adapter().update(update));
        return result(changeset, outcome, values::read);
    }

    private <R> Result<R> delete(Call call, Changeset<R> given) {
        Changeset<R> changeset = prepared(given, Action.DELETE);
        if (!changeset.isValid()) {
            return new Result.Invalid<>(changeset);
        }
        Schema<R> schema = schemaOf(changeset);
        R data = dataOf(changeset);
        Delete delete = new Delete(
                call.source(schema), Keys.of(schema, data), Keys.conditions(changeset), List.of(), call.forStore());
        WriteOutcome outcome = call.sent(() -> call.adapter().delete(delete));
        return result(changeset, outcome, done -> data);
    }

    private static <R> Changeset<R> prepared(Changeset<R> given, Action action) {
        Changeset<R> changeset = given.withAction(action);
        return changeset.isValid() ? changeset.prepared() : changeset;
    }

    private static <R> Result<R> result(Changeset<R> changeset, WriteOutcome outcome, Written<R> written) {
        if (outcome instanceof WriteOutcome.Written done) {
            return new Result.Ok<>(written.record(done));
        }
        if (outcome instanceof WriteOutcome.Violated violated) {
            return new Result.Invalid<>(Violations.toErrors(changeset, violated.violations()));
        }
        if (outcome instanceof WriteOutcome.Failed failed) {
            throw failed.failure();
        }
        return new Result.Stale<>(changeset);
    }

    /** Makes the record of a write that took place. */
    private interface Written<R> {
        R record(WriteOutcome.Written done);
    }

    static <R> Schema<R> schemaOf(Changeset<R> changeset) {
        if (changeset.shape() instanceof Schema<R> schema) {
            return schema;
        }
        throw new MappingException(
                Kind.USAGE,
                "only the changeset of a schema can be written; this shape says nothing of where its records live",
                Map.of("shape", changeset.shape().name()));
    }

    private static <R> R dataOf(Changeset<R> changeset) {
        return changeset
                .data()
                .orElseThrow(() -> new MappingException(
                        Kind.USAGE,
                        "this changeset is on no record, so there is nothing to update or delete; insert it, or start"
                                + " from a record that was read",
                        Map.of("shape", changeset.shape().name())));
    }
}
