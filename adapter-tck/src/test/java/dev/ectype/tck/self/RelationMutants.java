package dev.ectype.tck.self;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.Insert;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.spi.WriteOutcome.Effect;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adapters with which the writing of related records goes wrong, though the core does its part. */
final class RelationMutants {
    private RelationMutants() {}

    static List<Mutant> all() {
        return List.of(
                writing("only says that it inserts a second row of an owner", "RW1", RelationMutants::firstOfEach),
                writing("gives a row another key than its own", "RW2", RelationMutants::otherKey),
                writing("changes values, and adds none", "RW3", RelationMutants::changingOnly),
                writing("replaces the row that an owner has", "RW4", RelationMutants::lastOfEach),
                writing("changes all rows of an owner with one", "RW5", RelationMutants::changingAll),
                Mutant.of("keeps the owner of a record that it refuses", "RW6", "Relating", StateMutants::pretending),
                Mutant.of("keeps the owner of a record that is gone", "RW7", "Relating", StateMutants::pretending),
                alone("writes together, which it does not claim", "RW8", MapAdapter::new),
                alone("asks its store which parts it has", "RW8", Unsure::new),
                alone("takes back what it wrote before it refuses", "RW9", TakingBack::new),
                Mutant.of("writes in transactions only", "RW10", "Relating", InTransactionsOnly::new),
                TransactionMutants.inside("finds no rows inside of a transaction", "RW11", "Relating", Blind::new));
    }

    private static Mutant writing(String fault, String rule, BiFunction<MapTables, Write, WriteOutcome> writing) {
        return OneByOne.writing(fault, rule, "Relating", writing);
    }

    private static Mutant alone(String fault, String rule, Supplier<MapAdapter> adapter) {
        return OneByOne.claiming(fault, rule, "Relating", adapter);
    }

    /** Returns the rows that have a value of an index in common with a row: as a rule, those of its owner. */
    private static List<Row> siblings(MapTables tables, Source source, Row row) {
        return tables.rows(source).stream()
                .filter(other -> source.indexes().stream()
                        .map(index -> index.fields().get(0).slot())
                        .anyMatch(slot -> row.get(slot) != null && Objects.equals(other.get(slot), row.get(slot))))
                .toList();
    }

    private static WriteOutcome firstOfEach(MapTables tables, Write write) {
        return write instanceof Insert i
                        && !siblings(tables, i.source(), i.row()).isEmpty()
                ? WriteOutcome.written(Effect.INSERTED, i.returning(), i.row())
                : tables.write(write);
    }

    private static WriteOutcome lastOfEach(MapTables tables, Write write) {
        if (write instanceof Insert i) {
            siblings(tables, i.source(), i.row()).forEach(row -> tables.remove(i.source(), row));
        }
        return tables.write(write);
    }

    private static WriteOutcome otherKey(MapTables tables, Write write) {
        if (write instanceof Insert i && i.row().get(0) instanceof UUID) {
            Row row = i.row().with(0, UUID.randomUUID());
            return tables.write(new Insert(i.source(), row, i.onConflict(), i.returning(), i.options()));
        }
        return tables.write(write);
    }

    private static WriteOutcome changingOnly(MapTables tables, Write write) {
        return making(tables, write, (before, change) -> before != null);
    }

    /** Makes the changes of an update that the value before and the change itself let pass. */
    static WriteOutcome making(MapTables tables, Write write, BiPredicate<@Nullable Object, Assignment> made) {
        Row there = write instanceof Update update ? tables.row(update.source(), update.key()) : null;
        if (there == null) {
            return tables.write(write);
        }
        Update u = (Update) write;
        List<Assignment> kept = u.assignments().stream()
                .filter(change -> made.test(there.get(change.path().slot()), change))
                .toList();
        return tables.write(new Update(u.source(), u.key(), kept, u.conditions(), u.returning(), u.options()));
    }

    private static WriteOutcome changingAll(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        Row changed = write instanceof Update u ? tables.row(u.source(), u.key()) : null;
        if (changed != null) {
            List<Assignment> assignments = ((Update) write).assignments();
            siblings(tables, write.source(), changed)
                    .forEach(row -> tables.replace(write.source(), row, assignments, List.of()));
        }
        return outcome;
    }

    /** Sends a request for every part that it is asked for. */
    private static final class Unsure extends OneByOne {
        @Override
        public <T> Optional<T> as(Class<T> part) {
            tables.rows(Sources.people());
            return super.as(part);
        }
    }

    private static final class TakingBack extends OneByOne {
        private @Nullable Insert last;

        @Override
        WriteOutcome write(Write write) {
            WriteOutcome outcome = super.write(write);
            if (outcome instanceof WriteOutcome.Violated && last != null) {
                tables.remove(last.source(), last.row());
            }
            last = write instanceof Insert insert ? insert : last;
            return outcome;
        }
    }

    private static final class InTransactionsOnly extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            throw unsupported("begin a transaction first");
        }
    }

    private static final class Blind extends MapAdapter {
        Blind(MapAdapter store, MapTables inside) {
            super(inside);
        }

        @Override
        List<Row> rows(QueryRequest query) {
            return List.of();
        }
    }
}
