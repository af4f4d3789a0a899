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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The rows of a schema in H2, in memory. */
final class SqlTable implements AutoCloseable {
    private static final Field<String> ID = DSL.field(DSL.name("id"), SQLDataType.VARCHAR);
    private static final Pattern CAST_VALUE = Pattern.compile("cast\\(\\? as [^()]+\\)");
    private final Connection connection;
    private final DSLContext jooq;
    private final String name;

    private SqlTable(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
        this.jooq = DSL.using(SQLDialect.H2);
    }

    /** Makes the table of a database of its own. */
    static SqlTable of(GeneratedSchema schema, List<Row> rows) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
            SqlTable table = new SqlTable(connection, schema.asSource().name());
            table.create(schema);
            table.fill(schema, rows);
            return table;
        } catch (SQLException failed) {
            throw new IllegalStateException("H2 does not take the rows", failed);
        }
    }

    private void create(GeneratedSchema schema) throws SQLException {
        String columns = schema.cells().stream()
                .map(cell -> '"' + cell.name() + "\" " + cell.kind().sql())
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table \"" + name + "\" (" + columns + ")");
        }
    }

    private void fill(GeneratedSchema schema, List<Row> rows) throws SQLException {
        List<Cell> cells = schema.cells();
        String marks = cells.stream().map(cell -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into \"" + name + "\" values (" + marks + ")")) {
            for (Row row : rows) {
                for (int i = 0; i < cells.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns the keys of the rows that a query finds. */
    List<String> keys(Trial trial) {
        SelectLimitStep<Record1<String>> ordered = jooq.select(ID)
                .from(DSL.table(DSL.name(name)))
                .where(trial.where().condition())
                .orderBy(trial.order());
        return keys(
                trial.limit().isEmpty()
                        ? ordered.offset(trial.offset())
                        : ordered.limit(trial.limit().getAsLong()).offset(trial.offset()));
    }

    /**
     * Renders and runs jOOQ's query. Values are bound as they are: jOOQ would cast decimals to a type without a fraction, and
     * count the days before 1582 in the Julian calendar.
     */
    private List<String> keys(Select<?> select) {
        String text = CAST_VALUE.matcher(jooq.render(select)).replaceAll("?");
        try (PreparedStatement query = connection.prepareStatement(text)) {
            List<Object> values = select.getBindValues();
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            return keys(query.executeQuery());
        } catch (SQLException failed) {
            throw new IllegalStateException("H2 does not run " + text, failed);
        }
    }

    private static List<String> keys(ResultSet rows) throws SQLException {
        List<String> keys = new ArrayList<>();
        while (rows.next()) {
            keys.add(rows.getString(1));
        }
        return keys;
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
