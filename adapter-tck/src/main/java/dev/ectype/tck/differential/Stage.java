package dev.ectype.tck.differential;

import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.plan.Consents;
import dev.ectype.plan.QueryPlan;
import dev.ectype.plan.RowSource;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.QueryRequest;
import dev.ectype.tck.harness.Bench;
import dev.ectype.tck.harness.Reference;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.harness.Texts;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rows in three places: in H2, in a list for the evaluator, and in the adapter's store. */
final class Stage implements AutoCloseable {
    private static final Consents ALL = Consents.NONE.withScan().withClientSide(Integer.MAX_VALUE);
    private final GeneratedSchema schema;
    private final SqlTable sql;
    private final Table table;
    private final Predicate<QueryRequest> spared;
    private final Tally tally = new Tally();

    private Stage(GeneratedSchema schema, SqlTable sql, Table table, Predicate<QueryRequest> spared) {
        this.schema = schema;
        this.sql = sql;
        this.table = table;
        this.spared = spared;
    }

    static Stage of(GeneratedSchema schema, List<Row> rows, Bench bench, Predicate<QueryRequest> spared) {
        Table table = bench.table(schema.asSource());
        rows.forEach(row -> table.holds(row.toArray()));
        return new Stage(schema.storedIn(table.source()), SqlTable.of(schema, rows), table, spared);
    }

    /** Returns the schema as the store names its fields. */
    GeneratedSchema schema() {
        return schema;
    }

    /** Returns how many queries went which way. */
    Tally tally() {
        return tally;
    }

    /** Returns how the answers to a query differ; empty if they agree. */
    Optional<String> difference(Trial trial) {
        QueryRequest asked = trial.query().request();
        QueryRequest request = new QueryRequest(table.source(), asked.conjuncts(), asked.order(), asked.window());
        tally.queries++;
        List<Row> meant = Reference.answer(table.rows(), request);
        if (trial.where().isSql()) {
            tally.inSql++;
            List<String> keys = sorted(trial, sql.keys(trial));
            List<String> meantKeys =
                    sorted(trial, meant.stream().map(Stage::key).toList());
            if (!keys.equals(meantKeys)) {
                return Optional.of("H2 finds " + keys + "\nthe evaluator " + meantKeys);
            }
        }
        if (spared.test(request)) {
            tally.spared++;
            return Optional.empty();
        }
        List<String> expected = sorted(trial, Texts.ofRows(meant));
        List<String> found = sorted(trial, Texts.ofRows(answer(request)));
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(table.adapter().store() + " finds " + found + "\nthe evaluator " + expected);
    }

    private static String key(Row row) {
        return String.valueOf(row.get(0));
    }

    private static List<String> sorted(Trial trial, List<String> answer) {
        return trial.order().isEmpty() ? answer.stream().sorted().toList() : answer;
    }

    /** Returns the adapter's rows: what it does not do whole is refused by name, and finished by the core if allowed. */
    private List<Row> answer(QueryRequest request) {
        QueryPlan plan = QueryPlan.of(table.adapter(), request, Consents.NONE.withScan());
        if (plan.isWhole()) {
            tally.whole++;
        } else {
            assertRefused(plan);
            tally.refused++;
        }
        List<Row> rows = new ArrayList<>();
        try (RowSource source = QueryPlan.of(table.adapter(), request, ALL).run(table.slots(), CallOptions.NONE)) {
            for (Row row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static void assertRefused(QueryPlan plan) {
        try {
            plan.requireRunnable();
        } catch (UnsupportedQueryException refused) {
            return;
        }
        throw new AssertionError("what the adapter does not do was not refused: " + plan.request());
    }

    @Override
    public void close() {
        sql.close();
    }
}
