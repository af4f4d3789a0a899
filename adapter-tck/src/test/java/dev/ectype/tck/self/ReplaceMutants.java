package dev.ectype.tck.self;

import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adapters with which related records that make place for others, or lose their owner, do not end as declared. */
final class ReplaceMutants {
    private ReplaceMutants() {}

    static List<Mutant> all() {
        return List.of(
                writing("only says that it removes a replaced row", "RR2", UpsertMutants::notRemoved),
                writing("removes a replaced row that is gone", "RR2", ReplaceMutants::doneAnyway),
                writing("raises where there is nothing to remove", "RR3", ReplaceMutants::raising),
                changing("keeps what refers to an owner", "RR4", (before, change) -> change.value() != null),
                changing(
                        "adds and removes values, and changes none",
                        "RR5",
                        (before, change) -> before == null || change.value() == null),
                writing("moves no row from owner to owner", "RR6", ReplaceMutants::unmoved),
                alone(
                        "removes what meets the first of two conditions",
                        "RR7",
                        () -> sweeping(conjuncts -> conjuncts.subList(0, 1))),
                alone("removes the records of every owner", "RR8", () -> sweeping(conjuncts -> List.of())),
                alone("clears the records of every owner", "RR9", () -> sweeping(conjuncts -> List.of())),
                alone("removes what refers to a removed row", "RR10", Cascading::new));
    }

    private static Mutant writing(String fault, String rule, BiFunction<MapTables, Write, WriteOutcome> writing) {
        return OneByOne.writing(fault, rule, "Replacing", writing);
    }

    private static Mutant alone(String fault, String rule, Supplier<MapAdapter> adapter) {
        return OneByOne.claiming(fault, rule, "Replacing", adapter);
    }

    /** Returns an adapter that makes some changes only, as they and the value before tell. */
    private static Mutant changing(String fault, String rule, BiPredicate<@Nullable Object, Assignment> made) {
        return writing(fault, rule, (tables, write) -> RelationMutants.making(tables, write, made));
    }

    private static WriteOutcome unmoved(MapTables tables, Write write) {
        return RelationMutants.making(
                tables,
                write,
                (before, change) -> before == null
                        || change.value() == null
                        || indexed(write.source()).stream()
                                .noneMatch(slot -> slot == change.path().slot()));
    }

    private static List<Integer> indexed(Source source) {
        return source.indexes().stream()
                .map(index -> index.fields().get(0).slot())
                .toList();
    }

    private static WriteOutcome doneAnyway(MapTables tables, Write write) {
        return ChangeMutants.doneAnyway(write, tables.write(write));
    }

    private static WriteOutcome raising(MapTables tables, Write write) {
        WriteOutcome outcome = tables.write(write);
        if (write instanceof Delete && outcome instanceof WriteOutcome.Stale) {
            throw new StoreException(
                    "there is nothing to remove", Map.of(), StoreException.Outcome.NOT_DONE, false, null);
        }
        return outcome;
    }

    /** Returns an adapter that changes and removes all rows of a query with some of its conditions. */
    static MapAdapter sweeping(UnaryOperator<List<Predicate>> kept) {
        return new Sweeping(kept);
    }

    private static final class Sweeping extends OneByOne {
        private final UnaryOperator<List<Predicate>> kept;

        Sweeping(UnaryOperator<List<Predicate>> kept) {
            this.kept = kept;
        }

        private NativePlan widened(NativePlan plan) {
            QueryRequest query = ((MapPlan) plan).query();
            return plan(Rewriting.where(query, kept.apply(query.conjuncts()))).plan();
        }

        @Override
        public long updateAll(NativePlan plan, List<Assignment> assignments, CallOptions options) {
            return super.updateAll(widened(plan), assignments, options);
        }

        @Override
        public long deleteAll(NativePlan plan, CallOptions options) {
            return super.deleteAll(widened(plan), options);
        }
    }

    /** Removes with a row, in every source, those that have its key in an index. */
    private static final class Cascading extends OneByOne {
        private final Map<String, Source> known = new HashMap<>();

        @Override
        WriteOutcome write(Write write) {
            known.put(write.source().name(), write.source());
            if (write instanceof Delete delete) {
                known.values()
                        .forEach(source -> tables.rows(source).stream()
                                .filter(row -> refers(source, row, delete.key()))
                                .forEach(row -> tables.remove(source, row)));
            }
            return super.write(write);
        }

        private static boolean refers(Source source, Row row, List<Object> key) {
            return indexed(source).stream().anyMatch(slot -> key.get(0).equals(row.get(slot)));
        }
    }
}
