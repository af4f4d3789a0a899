package dev.ectype.tck.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Grouping;
import dev.ectype.spi.QueryRequest;
import dev.ectype.tck.differential.Shrinking.Failure;
import dev.ectype.tck.harness.AdapterUnderTest;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Texts;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Puts random queries of jOOQ's to the adapter: each, the very same object, is also rendered to SQL and run by H2, and
 * evaluated by the reference evaluator. All find the same rows; what the adapter does not do whole it refuses by name, and
 * the core finishes it when it is allowed to.
 *
 * <p>A test of an adapter extends it and says how to open a fixture, nothing else:
 *
 * <pre>{@code
 * class CouchDifferentialTest extends DifferentialContract {
 *     @Override
 *     public AdapterFixture fixture() {
 *         return new CouchFixture();
 *     }
 * }
 * }</pre>
 *
 * <p>It may override {@link #queries} where the store is slow. {@code -Dectype.differential.queries} and
 * {@code -Dectype.differential.seed} choose the number and the seed of a run; a failure names its seed, and is shrunk to a
 * small query over few rows.
 *
 * <p>SQL has no words for tests of lists and maps; H2 counts UTF-16 units where we count code points, and stops at a
 * division by zero, which is null here. Such queries are put to the adapter and the evaluator alone.
 */
public abstract class DifferentialContract extends ContractTest implements AdapterUnderTest {
    private static final int QUERIES = 20_000;
    private static final int QUERIES_OF_A_SCHEMA = 200;
    private static final int ROWS = 40;
    private static final int PART_OF_GROUPS = 4;

    /** Returns how many queries a run has, unless the run says otherwise. */
    protected int queries() {
        return QUERIES;
    }

    /**
     * Tells whether a query is not put to the adapter: for a server that is known to answer it otherwise than the one that
     * it stands for. By default all are.
     */
    protected boolean spares(QueryRequest query) {
        return false;
    }

    /** Tells whether a query for groups is not put to the adapter; by default, if that of their rows is not. */
    protected boolean spares(QueryRequest query, Grouping grouping) {
        return spares(query);
    }

    /** Returns the seed of a run: another one each time, unless the run names it. */
    protected long seed() {
        return Long.getLong("ectype.differential.seed", new Random().nextLong());
    }

    @Test
    @DisplayName("DF1 SQL, the evaluator and the adapter find the same rows, or the adapter refuses by name")
    void allFindTheSameRows(TestReporter reporter) {
        run("rows", wanted(), new Questions<>(Trial::of, Stage::difference), reporter);
    }

    @Test
    @DisplayName("DF2 SQL, the evaluator and the adapter make the same groups, or the adapter refuses by name")
    void allMakeTheSameGroups(TestReporter reporter) {
        run("groups", wanted() / PART_OF_GROUPS, new Questions<>(GroupTrial::of, Stage::difference), reporter);
    }

    private int wanted() {
        return Integer.getInteger("ectype.differential.queries", queries());
    }

    /** How questions of a kind are made and answered. */
    private record Questions<T extends Shrinkable<T>>(
            BiFunction<Dice, GeneratedSchema, T> making, BiFunction<Stage, T, Optional<String>> difference) {

        Optional<String> attempt(Stage stage, T trial) {
            try {
                return difference.apply(stage, trial);
            } catch (RuntimeException failure) {
                return Optional.of(String.valueOf(failure));
            }
        }
    }

    private <T extends Shrinkable<T>> void run(String what, int wanted, Questions<T> questions, TestReporter reporter) {
        long seed = seed();
        Tally tally = new Tally();
        Dice seeds = new Dice(new Random(seed));
        for (int number = 0; tally.queries < wanted; number++) {
            Dice dice = new Dice(new Random(seeds.random().nextLong()));
            GeneratedSchema schema = GeneratedSchema.of(dice, "generated_" + what + number, kinds());
            List<Row> rows = new RowMaker(dice, schema, bench().profile()).rows(dice.below(ROWS));
            Optional<Failure<T>> failure = run(schema, rows, questions, dice, tally);
            failure.ifPresent(found -> fail(seed, found, questions));
        }
        reporter.publishEntry("differential", what + ", seed " + seed + ": " + tally);
        assertThat(tally.inSql)
                .as("queries put to H2, seed %s: %s", seed, tally)
                .isGreaterThan(tally.queries / 2);
    }

    /** The kinds of scalars that columns may have, texts more often than others. */
    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>(Arrays.asList(Kind.values()));
        kinds.addAll(List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.WIDE_TEXT));
        return kinds;
    }

    private <T extends Shrinkable<T>> Optional<Failure<T>> run(
            GeneratedSchema schema, List<Row> rows, Questions<T> questions, Dice dice, Tally tally) {
        try (Stage stage = stage(schema, rows)) {
            for (int i = 0; i < QUERIES_OF_A_SCHEMA; i++) {
                T trial = questions.making().apply(dice, stage.schema());
                Optional<String> how = questions.attempt(stage, trial);
                if (how.isPresent()) {
                    return Optional.of(new Failure<>(trial, rows, how.get()));
                }
            }
            tally.add(stage.tally());
            return Optional.empty();
        }
    }

    private Stage stage(GeneratedSchema schema, List<Row> rows) {
        return Stage.of(schema, rows, bench(), new Stage.Spared() {
            @Override
            public boolean rows(QueryRequest query) {
                return spares(query);
            }

            @Override
            public boolean groups(QueryRequest query, Grouping grouping) {
                return spares(query, grouping);
            }
        });
    }

    private <T extends Shrinkable<T>> void fail(long seed, Failure<T> found, Questions<T> questions) {
        Failure<T> small = new Shrinking<T>((trial, rows) -> difference(trial, rows, questions)).shrink(found);
        throw new AssertionError("seed " + seed + ": the answers differ\n" + small.how() + "\nto the query\n  "
                + small.trial() + "\nover " + small.trial().schema() + "\nwith the rows\n  "
                + String.join("\n  ", Texts.ofRows(small.rows())));
    }

    private <T extends Shrinkable<T>> Optional<String> difference(T trial, List<Row> rows, Questions<T> questions) {
        try (Stage stage = stage(trial.schema(), rows)) {
            return questions.attempt(stage, trial);
        }
    }
}
