package dev.ectype.tck.self;

import dev.ectype.spi.Assignment;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Adapters whose writes take several steps, between which others read and write. */
final class RaceMutants {
    private RaceMutants() {}

    static List<Mutant> all() {
        return List.of(
                racing("increments what it read before", "CC1", ReadingFirst::new),
                racing("pushes to the list that it read before", "CC2", ReadingFirst::new),
                racing("counts in upserts from what it read before", "CC5", ReadingFirst::new),
                racing("changes a row value by value", "CC7", ValueByValue::new));
    }

    private static Mutant racing(String fault, String rule, Supplier<MapAdapter> adapter) {
        return Mutant.of(fault, rule, "Concurring", adapter);
    }

    private static Update change(Write write, List<Object> key, List<Assignment> assignments) {
        return new Update(write.source(), key, assignments, List.of(), List.of(), write.options());
    }

    /** Reads, lets others go first, and then sets what it made of it. */
    private static final class ReadingFirst extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            if (write instanceof Update update && update.conditions().isEmpty()) {
                return setting(update, update.key(), update.assignments());
            }
            return write instanceof Insert insert && insert.onConflict() instanceof OnConflict.Change change
                    ? setting(insert, List.of(insert.row().get(0)), change.assignments())
                    : super.write(write);
        }

        private WriteOutcome setting(Write write, List<Object> key, List<Assignment> assignments) {
            Row read;
            synchronized (tables) {
                read = tables.row(write.source(), key);
            }
            if (read == null) {
                return super.write(write);
            }
            LockSupport.parkNanos(1000);
            Row made = Edits.apply(read, assignments);
            return super.write(change(
                    write,
                    key,
                    assignments.stream()
                            .map(each -> Assignment.set(
                                    each.path(), made.get(each.path().slot())))
                            .toList()));
        }
    }

    private static final class ValueByValue extends MapAdapter {
        @Override
        WriteOutcome write(Write write) {
            if (write instanceof Update update && update.assignments().size() > 1) {
                super.write(change(write, update.key(), update.assignments().subList(0, 1)));
                LockSupport.parkNanos(100_000);
            }
            return super.write(write);
        }
    }
}
