package dev.ectype.tck.differential;

import dev.ectype.tck.differential.GeneratedSchema.Cell;
import dev.ectype.types.stored.Row;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectHavingStep;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The rows of a schema in H2, in memory; what is embedded in them stands in tables of its own, a row for each of theirs. */
final class SqlTable implements AutoCloseable {
    private static final Field<String> ID = DSL.field(DSL.name("id"), SQLDataType.VARCHAR);
    private static final String OWNER = "owner";
    private static final Pattern CAST_VALUE = Pattern.compile("cast\\(\\? as [^()]+\\)");
    private final Connection connection;
    private final DSLContext jooq;
    private final List<Part> parts;

    private SqlTable(Connection connection, List<Part> parts) {
        this.connection = connection;
        this.parts = parts;
        this.jooq = DSL.using(SQLDialect.H2);
    }

    /** Makes the table of a database of its own. */
    static SqlTable of(GeneratedSchema schema, List<Row> rows) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
            SqlTable table = new SqlTable(
                    connection, parts(schema, DSL.name(schema.asSource().name())));
            for (Part part : table.parts) {
                table.create(part);
                table.fill(part, schema, rows);
            }
            return table;
        } catch (SQLException failed) {
            throw new IllegalStateException("H2 does not take the rows", failed);
        }
    }

    /**
     * A table: that of the rows, or one of what is embedded in them, whose columns jOOQ then finds by its name.
     *
     * @param table its name
     * @param cells its columns, beside the key of the row
     */
    private record Part(Name table, List<Cell> cells) {
        Field<String> owner() {
            return DSL.field(DSL.name(table, DSL.name(OWNER)), SQLDataType.VARCHAR);
        }

        String columns() {
            return cells.stream()
                    .map(cell -> ", " + DSL.name(cell.column().getName()) + " "
                            + cell.kind().sql())
                    .collect(Collectors.joining());
        }
    }

    private static List<Part> parts(GeneratedSchema schema, Name name) {
        List<Cell> nested = schema.nestedCells();
        int last = nested.size() - 1;
        return List.of(
                new Part(name, schema.topCells()),
                new Part(around(nested.get(0)), nested.subList(0, last)),
                new Part(around(nested.get(last)), nested.subList(last, last + 1)));
    }

    /** Returns the way to a place without its last step. */
    private static Name around(Cell cell) {
        Name[] steps = cell.column().getQualifiedName().parts();
        return DSL.name(Arrays.copyOf(steps, steps.length - 1));
    }

    private void create(Part part) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (part.table().parts().length > 1) {
                statement.execute("create schema " + part.table().parts()[0]);
            }
            statement.execute("create table " + part.table() + " (" + DSL.name(OWNER) + " varchar primary key"
                    + part.columns() + ")");
        }
    }

    private void fill(Part part, GeneratedSchema schema, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + part.table() + " values (?"
                + ", ?".repeat(part.cells().size()) + ")")) {
            for (Row row : rows) {
                insert.setObject(1, schema.id().valueIn(row));
                for (int i = 0; i < part.cells().size(); i++) {
                    insert.setObject(i + 2, part.cells().get(i).valueIn(row));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns the keys of the rows that a query finds. */
    List<String> keys(Trial trial) {
        SelectLimitStep<Record1<String>> ordered =
                jooq.select(ID).from(all()).where(trial.where().condition()).orderBy(trial.order());
        return keys(
                trial.limit().isEmpty()
                        ? ordered.offset(trial.offset())
                        : ordered.limit(trial.limit().getAsLong()).offset(trial.offset()));
    }

    private Table<?> all() {
        Part rows = parts.get(0);
        Table<?> all = DSL.table(rows.table());
        for (Part part : parts.subList(1, parts.size())) {
            all = all.join(DSL.table(part.table())).on(part.owner().eq(rows.owner()));
        }
        return all;
    }

    /** Returns what a query selects of each group. */
    List<List<@Nullable Object>> groups(GroupTrial trial) {
        SelectHavingStep<?> grouped = jooq.select(trial.selected())
                .from(all())
                .where(trial.where().condition())
                .groupBy(trial.keys());
        return rows(trial.having().<Select<?>>map(grouped::having).orElse(grouped));
    }

    private List<String> keys(Select<?> select) {
        return rows(select).stream().map(row -> String.valueOf(row.get(0))).toList();
    }

    /**
     * Renders and runs jOOQ's query. Values are bound as they are: jOOQ would cast decimals to a type without a fraction, and
     * count the days before 1582 in the Julian calendar.
     */
    private List<List<@Nullable Object>> rows(Select<?> select) {
        String text = CAST_VALUE.matcher(jooq.render(select)).replaceAll("?");
        try (PreparedStatement query = connection.prepareStatement(text)) {
            List<Object> values = select.getBindValues();
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            return rows(query.executeQuery());
        } catch (SQLException failed) {
            throw new IllegalStateException("H2 does not run " + text, failed);
        }
    }

    private static List<List<@Nullable Object>> rows(ResultSet results) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int width = results.getMetaData().getColumnCount();
        while (results.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(results.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("H2 does not close", failed);
        }
    }
}
