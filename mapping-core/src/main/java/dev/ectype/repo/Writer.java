package dev.ectype.repo;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Origin;
import dev.ectype.changeset.Path;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.error.StaleRecordException;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Delete;
import dev.ectype.spi.ElementChanging;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The writing half of a repo: turns changesets into writes, and what the store answers into results. */
final class Writer {
    private final RepoContext context;

    Writer(RepoContext context) {
        this.context = context;
    }

    <R> Result<R> insert(Changeset<R> given, WriteOptions options) {
        if (isOwner(given)) {
            return new OwnerWriter(context).insert(given, options);
        }
        return context.call(Operation.INSERT, schemaOf(given), call -> insert(call, given, options));
    }

    <R> RowOutcome<R> upsert(Changeset<R> given, Upsert<R> rule) {
        return context.call(
                Operation.INSERT,
                schemaOf(given),
                call -> inserted(
                        call,
                        OwnerWriter.alone(prepared(given, Action.INSERT)),
                        Optional.of(rule),
                        WriteOptions.none()));
    }

    <R> Result<R> update(Changeset<R> given, WriteOptions options) {
        if (isOwner(given)) {
            return new OwnerWriter(context).update(given, options);
        }
        return context.call(
                Operation.UPDATE,
                schemaOf(given),
                call -> update(call, prepared(given, Action.UPDATE, options), options));
    }

    <R> Result<R> delete(Changeset<R> given, WriteOptions options) {
        if (isOwner(given)) {
            return new OwnerWriter(context).delete(given, options);
        }
        return context.call(
                Operation.DELETE, schemaOf(given), call -> delete(call, prepared(given, Action.DELETE), options));
    }

    /** Tells whether a record may have others related to it. */
    private static boolean isOwner(Changeset<?> changeset) {
        return !schemaOf(changeset).associations().isEmpty();
    }

    private static <R> Result<R> insert(Call call, Changeset<R> given, WriteOptions options) {
        return Insertion.result(inserted(call, prepared(given, Action.INSERT), Optional.empty(), options));
    }

    static <R> RowOutcome<R> inserted(
            Call call, Changeset<R> changeset, Optional<Upsert<R>> rule, WriteOptions options) {
        if (!changeset.isValid()) {
            return new RowOutcome.Invalid<>(changeset);
        }
        Insertion<R> insertion = Insertion.of(call, changeset, rule, options);
        return insertion.outcome(call.sent(() -> call.adapter().insert(insertion.insert())));
    }

    static <R> Result<R> update(Call call, Changeset<R> changeset, WriteOptions options) {
        if (!changeset.isValid()) {
            return new Result.Invalid<>(changeset);
        }
        Schema<R> schema = schemaOf(changeset);
        boolean forced = options.isForced() || changeset.forcesUpdate();
        RecordValues<R> values = RecordValues.toUpdate(schema, changeset, new Generation(call.clock()), forced);
        R before = dataOf(changeset);
        EmbedChanges changes = values.changes(before, call.adapter());
        if (changes.assignments().isEmpty()) {
            return new Result.Ok<>(values.record());
        }
        Update update = new Update(
                call.source(schema),
                Keys.of(schema, before),
                changes.assignments(),
                Stream.concat(Keys.conditions(changeset).stream(), changes.conditions().stream())
                        .toList(),
                values.toReturn(options),
                call.forStore());
        Update told =
                call.adapter().as(ElementChanging.class).isPresent() ? update.knowing(schema.dump(before)) : update;
        WriteOutcome outcome = call.sent(() -> call.adapter().update(told));
        return result(new Ending<>(changeset, values, update.returning(), options), outcome);
    }

    static <R> Result<R> delete(Call call, Changeset<R> changeset, WriteOptions options) {
        if (!changeset.isValid()) {
            return new Result.Invalid<>(changeset);
        }
        Schema<R> schema = schemaOf(changeset);
        R data = dataOf(changeset);
        RecordValues<R> values = RecordValues.of(schema, data);
        Delete delete = new Delete(
                call.source(schema),
                Keys.of(schema, data),
                Keys.conditions(changeset),
                options.isReturningAny() ? values.toReturn(options) : List.of(),
                call.forStore());
        WriteOutcome outcome = call.sent(() -> call.adapter().delete(delete));
        return result(new Ending<>(changeset, values, delete.returning(), options), outcome);
    }

    static <R> Changeset<R> prepared(Changeset<R> given, Action action) {
        return prepared(given, action, WriteOptions.none());
    }

    /** Returns what the steps before a write make of a changeset; an update of nothing is no write. */
    static <R> Changeset<R> prepared(Changeset<R> given, Action action, WriteOptions options) {
        Changeset<R> changeset = given.withAction(action);
        boolean isWrite = action != Action.UPDATE
                || options.isForced()
                || changeset.forcesUpdate()
                || changeset.shape().fields().stream().anyMatch(changeset::hasChange);
        return isWrite && changeset.isValid() ? changeset.prepared() : changeset;
    }

    /** What an update or delete needs to know when the store has answered. */
    private record Ending<R>(
            Changeset<R> changeset, RecordValues<R> values, List<Integer> returning, WriteOptions options) {
        Result<R> stale() {
            return options.onStale()
                    .<Result<R>>map(then -> then.errorField()
                            .<Result<R>>map(
                                    field -> new Result.Invalid<>(changeset.addError(stale(field, then.message()))))
                            .orElseGet(() -> new Result.Ok<>(values.record())))
                    .orElseGet(() -> new Result.Stale<>(changeset));
        }

        private static FieldError stale(String field, String message) {
            return new FieldError(Path.of(field), "stale", message, Map.of("stale", true), Origin.CONSTRAINT);
        }
    }

    private static <R> Result<R> result(Ending<R> ending, WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Written done) {
            return new Result.Ok<>(ending.values.read(done, ending.returning));
        }
        if (outcome instanceof WriteOutcome.Violated violated) {
            return new Result.Invalid<>(Violations.toErrors(ending.changeset, violated.violations()));
        }
        if (outcome instanceof WriteOutcome.Failed failed) {
            throw failed.failure();
        }
        return ending.stale();
    }

    static <R> R orThrow(Result<R> result) {
        if (result instanceof Result.Stale<R> stale) {
            throw new StaleRecordException(
                    "the record is gone from the store, or is not any more what was read; read it again",
                    Map.of("record", stale.changeset().shape().name()));
        }
        return result.orElseThrow();
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
