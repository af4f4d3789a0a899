package dev.ectype.tck.differential;

import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.plan.Consents;
import dev.ectype.plan.GroupPlan;
import dev.ectype.plan.QueryPlan;
import dev.ectype.plan.RowSource;
import dev.ectype.query.Selection;
import dev.ectype.query.Tuple;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Predicate;
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

/** Rows in three places: in H2, in a list for the evaluator, and in the adapter's store. */
final class Stage implements AutoCloseable {
    private static final Consents ALL = Consents.NONE.withScan().withClientSide(Integer.MAX_VALUE);
    /** What is not put to the adapter. */
    interface Spared {
        boolean rows(QueryRequest query);

        boolean groups(QueryRequest query, Grouping grouping);
    }

    private final GeneratedSchema schema;
    private final SqlTable sql;
    private final Table table;
    private final Spared spared;
    private final Tally tally = new Tally();

    private Stage(GeneratedSchema schema, SqlTable sql, Table table, Spared spared) {
        this.schema = schema;
        this.sql = sql;
        this.table = table;
        this.spared = spared;
    }

    static Stage of(GeneratedSchema schema, List<Row> rows, Bench bench, Spared spared) {
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
        if (spared.rows(request)) {
            tally.spared++;
            return Optional.empty();
        }
        List<String> expected = sorted(trial, Texts.ofRows(meant));
        List<String> found = sorted(trial, Texts.ofRows(answer(request)));
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(table.adapter().store() + " finds " + found + "\nthe evaluator " + expected);
    }

    /** Returns how the answers to a query for groups differ; empty if they agree. */
    Optional<String> difference(GroupTrial trial) {
        Selection<Tuple> asked = trial.query();
        QueryRequest request = table.request(asked.rows().request().conjuncts().toArray(new Predicate[0]));
        Grouping grouping = asked.grouping().orElseThrow();
        tally.queries++;
        List<Row> meant = Reference.groups(table.rows(), request.conjuncts(), grouping);
        if (trial.where().isSql()) {
            tally.inSql++;
            List<String> found = Cells.ofRows(sql.groups(trial));
            List<String> wanted = Cells.ofRows(
                    meant.stream().map(row -> Cells.of(asked.read(row))).toList());
            if (!found.equals(wanted)) {
                return Optional.of("H2 finds " + found + "\nthe evaluator " + wanted);
            }
        }
        return adapterDifference(request, grouping, meant);
    }

    private Optional<String> adapterDifference(QueryRequest request, Grouping grouping, List<Row> meant) {
        if (spared.groups(request, grouping)) {
            tally.spared++;
            return Optional.empty();
        }
        List<String> expected = Texts.ofRows(meant).stream().sorted().toList();
        List<String> found =
                Texts.ofRows(groups(request, grouping)).stream().sorted().toList();
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(table.adapter().store() + " finds " + found + "\nthe evaluator " + expected);
    }

    /** Returns the adapter's groups: what it does not group is refused by name, and grouped by the core if allowed. */
    private List<Row> groups(QueryRequest request, Grouping grouping) {
        GroupPlan plan = GroupPlan.of(table.adapter(), request, grouping, Consents.NONE.withScan());
        if (plan.inStore().isPresent()) {
            tally.whole++;
        } else {
            assertRefused(request, plan::requireRunnable);
            tally.refused++;
        }
        return all(GroupPlan.of(table.adapter(), request, grouping, ALL).run(CallOptions.NONE));
    }

    private static List<Row> all(RowSource source) {
        List<Row> rows = new ArrayList<>();
        try (source) {
            for (Row row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
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
            assertRefused(request, plan::requireRunnable);
            tally.refused++;
        }
        return all(QueryPlan.of(table.adapter(), request, ALL).run(table.slots(), CallOptions.NONE));
    }

    private static void assertRefused(QueryRequest request, Runnable running) {
        try {
            running.run();
        } catch (UnsupportedQueryException refused) {
            return;
        }
        throw new AssertionError("what the adapter does not do was not refused: " + request);
    }

    @Override
    public void close() {
        sql.close();
    }
}
