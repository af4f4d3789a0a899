package dev.ectype.repo;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.repo.write.RowOutcome;
import dev.ectype.repo.write.RowOutcome.Effect;
import dev.ectype.repo.write.Upsert;
import dev.ectype.repo.write.WriteOptions;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;

/**
 * One row on its way into the store, alone or among many. Used by one call.
 *
 * @param changeset the prepared changeset
 * @param values the record's values, with those made that were missing
 * @param insert what the store is asked
 */
record Insertion<R>(Changeset<R> changeset, RecordValues<R> values, Insert insert) {

    static <R> Insertion<R> of(Call call, Changeset<R> prepared, Optional<Upsert<R>> rule, WriteOptions options) {
        Schema<R> schema = Writer.schemaOf(prepared);
        RecordValues<R> values = RecordValues.toInsert(schema, prepared, new Generation(call.clock()));
        Row row = values.row();
        OnConflict onConflict = rule.map(
                        said -> new ConflictRule<>(schema, said, call.source(schema)).resolve(row, call.clock()))
                .orElse(OnConflict.raise());
        List<Integer> returning =
                values.toReturn(rule.isPresent() ? WriteOptions.none().returningAll() : options);
        return new Insertion<>(
                prepared, values, new Insert(call.source(schema), row, onConflict, returning, call.forStore()));
    }

    /** Returns what became of the row. */
    RowOutcome<R> outcome(WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Written written) {
            return new RowOutcome.Ok<>(values.read(written, insert.returning()), effect(written.effect()));
        }
        if (outcome instanceof WriteOutcome.Violated violated) {
            return new RowOutcome.Invalid<>(Violations.toErrors(changeset, violated.violations()));
        }
        if (outcome instanceof WriteOutcome.Refused refused) {
            return new RowOutcome.Failed<>(refused.refusal());
        }
        return outcome instanceof WriteOutcome.Failed failed
                ? new RowOutcome.Failed<>(failed.failure())
                : new RowOutcome.Stale<>(changeset);
    }

    private static Effect effect(WriteOutcome.Effect effect) {
        return switch (effect) {
            case INSERTED -> Effect.INSERTED;
            case UNCHANGED -> Effect.UNCHANGED;
            default -> Effect.UPDATED;
        };
    }

    /** Returns what became of the row that was written alone. */
    static <R> Result<R> result(RowOutcome<R> outcome) {
        if (outcome instanceof RowOutcome.Invalid<R> invalid) {
            return new Result.Invalid<>(invalid.changeset());
        }
        return outcome instanceof RowOutcome.Stale<R> stale
                ? new Result.Stale<>(stale.changeset())
                : new Result.Ok<>(outcome.orElseThrow());
    }
}
