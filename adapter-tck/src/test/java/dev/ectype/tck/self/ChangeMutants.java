package dev.ectype.tck.self;

import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.spi.WriteOutcome.Written;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Adapters that change or remove something else than they were told, or tell something else. */
final class ChangeMutants {
    private ChangeMutants() {}

    static List<Mutant> all() {
        return List.of(
                operation("sets what is to be added", "U20", Operation.INCREMENT, Operation.SET),
                operation("pushes only what is not there", "U21", Operation.PUSH, Operation.ADD_TO_SET),
                operation("pulls nothing", "U22", Operation.PULL, Operation.ADD_TO_SET),
                operation("adds to sets what is there", "U23", Operation.ADD_TO_SET, Operation.PUSH),
                operation("keeps the greater for the less", "U25", Operation.MIN, Operation.MAX),
                changing("makes the first of several operations", "U29", "Operating", all -> all.subList(0, 1)),
                changing("changes one value inside a record", "U27", "Operating", all -> all.subList(0, 1)),
                changing("passes over positions beyond a list", "U30", "Operating", ChangeMutants::withoutPositions),
                changing("makes the first of several changes", "U1", "Updating", all -> all.subList(0, 1)),
                changing("keeps what is set to null", "U2", "Updating", ChangeMutants::withoutRemovals),
                writing("changes all rows of one first field of a key", "U12", "Updating", ChangeMutants::firstOfKey),
                writing("removes the first row of a part of a key", "D5", "Deleting", ChangeMutants::firstOfKey),
                writing("overwrites what is to be kept", "UP1", "Upserting", ChangeMutants::overwriting),
                writing("changes what is there without its conditions", "UP5", "Upserting", ChangeMutants::unasked),
                writing("inserts no keyless record twice", "I10", "Inserting", ChangeMutants::onlyOnce),
                telling("calls a removal of nothing done", "D2", "Deleting", ChangeMutants::doneAnyway),
                telling("tells nothing of what it removed", "D4", "Deleting", ChangeMutants::emptyRow),
                telling("tells nothing of what it inserted", "I8", "Inserting", ChangeMutants::emptyRow),
                telling("tells nothing of what it updated", "U11", "Updating", ChangeMutants::emptyRow),
                telling("tells the row that it did not insert", "UP2", "Upserting", ChangeMutants::wanted),
                telling("calls nothing stale", "U5", "Updating", ChangeMutants::neverStale));
    }

    private static Mutant operation(String fault, String rule, Operation asked, Operation done) {
        return changing(
                fault,
                rule,
                "Operating",
                all -> all.stream()
                        .map(each -> each.operation() == asked ? new Assignment(each.path(), done, each.value()) : each)
                        .toList());
    }

    static Mutant changing(String fault, String rule, String topic, UnaryOperator<List<Assignment>> change) {
        return writing(
                fault,
                rule,
                topic,
                (tables, write) -> write instanceof Update u
                        ? tables.write(new Update(
                                u.source(),
                                u.key(),
                                change.apply(u.assignments()),
                                u.conditions(),
                                u.returning(),
                                u.options()))
                        : tables.write(write));
    }

    static Mutant writing(String fault, String rule, String topic, BiFunction<MapTables, Write, WriteOutcome> writing) {
        return Mutant.of(fault, rule, topic, () -> new MapAdapter() {
            @Override
            WriteOutcome write(Write write) {
                synchronized (tables) {
                    return writing.apply(tables, write);
                }
            }
        });
    }

    static Mutant telling(String fault, String rule, String topic, BiFunction<Write, WriteOutcome, WriteOutcome> told) {
        return writing(fault, rule, topic, (tables, write) -> told.apply(write, tables.write(write)));
    }

    private static List<Assignment> withoutPositions(List<Assignment> assignments) {
        return assignments.stream()
                .filter(each -> each.path().steps().stream().noneMatch(Position.class::isInstance))
                .toList();
    }

    private static List<Assignment> withoutRemovals(List<Assignment> all) {
        return all.stream().filter(each -> each.value() != null).toList();
    }

    private static WriteOutcome firstOfKey(MapTables tables, Write write) {
        if (write instanceof Update u) {
            return tables.write(new Update(
                    u.source(),
                    first(tables, u.source(), u.key()),
                    u.assignments(),
                    u.conditions(),
                    u.returning(),
                    u.options()));
        }
        return write instanceof Delete d
                ? tables.write(new Delete(
                        d.source(), first(tables, d.source(), d.key()), d.conditions(), d.returning(), d.options()))
                : tables.write(write);
    }

    /** Returns the key of the first row that has the first value of a key, or the key if there is none. */
    private static List<Object> first(MapTables tables, Source source, List<Object> key) {
        return tables.rows(source).stream()
                .filter(row -> key.get(0).equals(row.get(source.key().get(0))))
                .map(row -> source.key().stream().map(row::get).toList())
                .findFirst()
                .orElse(key);
    }

    private static WriteOutcome overwriting(MapTables tables, Write write) {
        if (!(write instanceof Insert i) || !(i.onConflict() instanceof OnConflict.Keep)) {
            return tables.write(write);
        }
        List<Object> key = i.source().key().stream().map(i.row()::get).toList();
        tables.write(new Delete(i.source(), key, List.of(), List.of(), i.options()));
        return tables.write(write);
    }

    private static WriteOutcome unasked(MapTables tables, Write write) {
        if (!(write instanceof Insert i) || !(i.onConflict() instanceof OnConflict.Change change)) {
            return tables.write(write);
        }
        OnConflict always = new OnConflict.Change(change.target(), change.assignments(), List.of());
        return tables.write(new Insert(i.source(), i.row(), always, i.returning(), i.options()));
    }

    private static WriteOutcome onlyOnce(MapTables tables, Write write) {
        boolean isThere = write instanceof Insert i
                && i.source().key().isEmpty()
                && tables.rows(i.source()).contains(i.row());
        return isThere ? new Written(Effect.INSERTED, Optional.empty()) : tables.write(write);
    }

    static WriteOutcome doneAnyway(Write write, WriteOutcome outcome) {
        return write instanceof Delete && outcome instanceof WriteOutcome.Stale
                ? new Written(Effect.DELETED, Optional.empty())
                : outcome;
    }

    private static WriteOutcome neverStale(Write write, WriteOutcome outcome) {
        return write instanceof Update && outcome instanceof WriteOutcome.Stale
                ? new Written(Effect.UPDATED, Optional.empty())
                : outcome;
    }

    static WriteOutcome emptyRow(Write write, WriteOutcome outcome) {
        return outcome instanceof Written written
                ? new Written(
                        written.effect(),
                        written.row()
                                .map(row -> Row.over(
                                        row.layout(), new Object[row.layout().size()])))
                : outcome;
    }

    private static WriteOutcome wanted(Write write, WriteOutcome outcome) {
        return outcome instanceof Written written
                        && written.effect() == Effect.UNCHANGED
                        && write instanceof Insert insert
                ? new Written(Effect.UNCHANGED, written.row().map(there -> insert.row()))
                : outcome;
    }
}
