package dev.ectype.tck.self;

import dev.ectype.query.eval.Evaluator;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adapters in which something is left of what was there before. */
final class FormerMutants {
    private FormerMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("gives a new row what an old one had", "D6", "Deleting", Inheriting::new),
                Mutant.of("never frees a unique value", "U9", "Updating", NeverFree::new),
                ChangeMutants.writing(
                        "lets a row clash with itself",
                        "U9",
                        "Updating",
                        (tables, write) -> unlessTaken(tables.rows(write.source()), tables, write)),
                Mutant.of("finds rows by the values that they had", "U10", "Updating", OldEntries::new),
                Mutant.of("begins each transaction where the first began", "TX9", "Transacting", FirstStart::new));
    }

    /** Writes, unless it is an update to a unique value that one of the rows has. */
    private static WriteOutcome unlessTaken(List<Row> rows, MapTables tables, Write write) {
        if (write instanceof Update update) {
            for (Source.Index index : write.source().indexes()) {
                if (index.unique() && update.assignments().stream().anyMatch(each -> isTaken(index, each, rows))) {
                    return new WriteOutcome.Violated(List.of(Violation.of(write.source(), index)));
                }
            }
        }
        return tables.write(write);
    }

    private static boolean isTaken(Source.Index index, Assignment assignment, List<Row> rows) {
        int slot = index.fields().get(0).slot();
        return assignment.value() != null
                && assignment.path().slot() == slot
                && rows.stream().anyMatch(row -> assignment.value().equals(row.get(slot)));
    }

    /** Keeps what rows were before they were changed or removed. */
    private static class Remembering extends MapAdapter {
        final List<Row> former = new ArrayList<>();

        @Override
        WriteOutcome write(Write write) {
            Row there = before(write);
            WriteOutcome outcome = written(write);
            if (there != null) {
                former.add(there);
            }
            return outcome;
        }

        private @Nullable Row before(Write write) {
            if (write instanceof Update update) {
                return tables.row(update.source(), update.key());
            }
            return write instanceof Delete delete ? tables.row(delete.source(), delete.key()) : null;
        }

        WriteOutcome written(Write write) {
            return super.write(write);
        }
    }

    private static final class NeverFree extends Remembering {
        @Override
        WriteOutcome written(Write write) {
            return unlessTaken(former, tables, write);
        }
    }

    /** Fills what a new row lacks with what a former one of its key had. */
    private static final class Inheriting extends Remembering {
        @Override
        WriteOutcome written(Write write) {
            return write instanceof Insert i
                    ? super.written(new Insert(i.source(), filled(i.row()), i.onConflict(), i.returning(), i.options()))
                    : super.written(write);
        }

        private Row filled(Row row) {
            Row filled = row;
            for (Row old : former) {
                for (int slot = 0; slot < row.layout().size(); slot++) {
                    boolean isLacking = filled.get(slot) == null && Objects.equals(old.get(0), row.get(0));
                    filled = isLacking ? filled.with(slot, old.get(slot)) : filled;
                }
            }
            return filled;
        }
    }

    private static final class OldEntries extends Remembering {
        @Override
        List<Row> rows(QueryRequest query) {
            List<Row> found = new ArrayList<>(super.rows(query));
            former.stream()
                    .filter(Evaluator.ofAll(query.conjuncts())::matches)
                    .map(old -> tables.row(query.source(), List.of(old.get(0))))
                    .filter(row -> row != null && !found.contains(row))
                    .forEach(found::add);
            return found;
        }
    }

    private static final class FirstStart extends MapAdapter {
        private @Nullable MapTables start;

        @Override
        public Transaction begin(CallOptions options) {
            synchronized (tables) {
                start = start == null ? tables.copy() : start;
                return new MapTransaction(this, start);
            }
        }
    }
}
