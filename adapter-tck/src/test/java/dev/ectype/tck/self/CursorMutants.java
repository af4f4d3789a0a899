package dev.ectype.tck.self;

import dev.ectype.spi.NativePlan;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.RowCursor.End;
import dev.ectype.spi.ScanSpec;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adapters whose cursors lose rows, disturb each other or do not say how they ended. */
final class CursorMutants {
    private static final int PAGE = 1000;

    private CursorMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.reading(
                        "fails when it is closed twice", "CU1", "ReadingCursors", (cursor, spec) -> new Once(cursor)),
                Mutant.of("has one place for all cursors of a plan", "CU2", "ReadingCursors", Sharing::new),
                Mutant.reading("takes options for conditions", "H6", "Resisting", CursorMutants::optional),
                Mutant.reading("ends early", "CU3", "ReadingCursors", (cursor, spec) -> cut(cursor, PAGE)),
                Mutant.reading(
                        "ends before the last row",
                        "P10 a cursor that has read",
                        "ReadingCursors",
                        (cursor, spec) -> cut(cursor, 5)),
                Mutant.reading(
                        "is silent about a budget that is spent",
                        "P10 a budget",
                        "ReadingCursors",
                        CursorMutants::silent),
                Mutant.reading("gives a row twice", "CU3", "ReadingCursors", (cursor, spec) -> twice(cursor)),
                Mutant.reading(
                        "keeps the last row when it hands over all",
                        "CU4",
                        "ReadingCursors",
                        (cursor, spec) -> new KeepingLast(cursor)),
                Mutant.of("hands over all rows whatever the budget", "CU4", "ReadingCursors", Lavish::new),
                ending("tells its end before it has reached it", "P10 a cursor does not tell", CursorMutants::early),
                ending("takes a full window for a limit of its own", "P10 a full window", CursorMutants::limited),
                Mutant.of("takes nothing for a limit of its own", "P10 a cursor over", "ReadingCursors", Empty::new));
    }

    private static Mutant ending(String fault, String rule, Function<RowCursor, End> end) {
        return Mutant.reading(fault, rule, "ReadingCursors", (cursor, spec) -> new Ending(cursor, end));
    }

    private static End early(RowCursor cursor) {
        try {
            return cursor.end();
        } catch (IllegalStateException notYet) {
            return End.EXHAUSTED;
        }
    }

    private static End limited(RowCursor cursor) {
        return cursor.end() == End.WINDOW ? End.STORE_LIMIT : cursor.end();
    }

    private static List<Row> rows(RowCursor cursor) {
        List<Row> rows = new ArrayList<>();
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static RowCursor cut(RowCursor cursor, int most) {
        List<Row> rows = rows(cursor);
        return RowCursor.over(rows.subList(0, Math.min(most, rows.size())), OptionalLong.empty());
    }

    private static RowCursor silent(RowCursor cursor, ScanSpec spec) {
        return RowCursor.over(rows(cursor), OptionalLong.empty());
    }

    private static RowCursor twice(RowCursor cursor) {
        List<Row> rows = rows(cursor);
        if (rows.size() > PAGE) {
            rows.set(PAGE, rows.get(PAGE - 1));
        }
        return RowCursor.over(rows, OptionalLong.empty());
    }

    /** Reads as it should, and hands over all rows but the last. */
    private record KeepingLast(RowCursor cursor) implements RowCursor {
        @Override
        public @Nullable Row next() {
            return cursor.next();
        }

        @Override
        public void forEachLeft(Consumer<? super Row> action) {
            List<Row> left = rows(cursor);
            left.subList(0, Math.max(0, left.size() - 1)).forEach(action);
        }

        @Override
        public End end() {
            return cursor.end();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** Counts rows that are read against the budget, and not those that are handed over. */
    private static final class Lavish extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            RowCursor read = super.scan(plan, spec);
            RowCursor all = super.scan(plan, new ScanSpec(spec.slots(), OptionalLong.empty(), spec.options()));
            return new RowCursor() {
                @Override
                public @Nullable Row next() {
                    all.next();
                    return read.next();
                }

                @Override
                public void forEachLeft(Consumer<? super Row> action) {
                    all.forEachLeft(action);
                }

                @Override
                public End end() {
                    return read.end();
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Reads as it should, and tells another end. */
    private record Ending(RowCursor cursor, Function<RowCursor, End> ending) implements RowCursor {
        @Override
        public @Nullable Row next() {
            return cursor.next();
        }

        @Override
        public End end() {
            return ending.apply(cursor);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private static final class Empty extends MapAdapter {
        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            RowCursor cursor = super.scan(plan, spec);
            return rows(((MapPlan) plan).query()).isEmpty() ? new Ending(cursor, empty -> End.STORE_LIMIT) : cursor;
        }
    }

    private static RowCursor optional(RowCursor cursor, ScanSpec spec) {
        return spec.options().hints().isEmpty() ? cursor : RowCursor.over(List.of(), OptionalLong.empty());
    }

    private static final class Once implements RowCursor {
        private final RowCursor cursor;
        private boolean closed;

        Once(RowCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public @Nullable Row next() {
            return cursor.next();
        }

        @Override
        public End end() {
            return cursor.end();
        }

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("closed already");
            }
            closed = true;
        }
    }

    private static final class Sharing extends MapAdapter {
        private final IdentityHashMap<NativePlan, RowCursor> open = new IdentityHashMap<>();
        private @Nullable NativePlan last;

        @Override
        public PushDown plan(QueryRequest query) {
            if (last == null || !((MapPlan) last).query().equals(query)) {
                last = super.plan(query).plan();
            }
            PushDown answer = super.plan(query);
            return new PushDown(last, answer.where(), answer.order(), answer.window());
        }

        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            return open.computeIfAbsent(plan, any -> super.scan(plan, spec));
        }
    }
}
