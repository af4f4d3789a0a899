package dev.ectype.adapter.inmemory.internal.store;

import dev.ectype.adapter.inmemory.internal.tree.Position;
import dev.ectype.error.MappingException;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.spi.Violation;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stored rows stand in an index, and how: by the values of its columns, null lowest. The columns are the declared
 * fields, and behind them the primary key, so that no two rows are equal. Immutable.
 */
public final class IndexSpec implements Comparator<Row> {
    private final Source.Index declared;
    private final @Nullable Evaluator conditions;
    private final PathReader[] columns;
    private final int fields;

    IndexSpec(Source.Index declared, List<FieldPath> key, Layout layout) {
        this.declared = declared;
        this.conditions = declared.isPartial() ? Evaluator.ofAll(declared.conditions()) : null;
        this.fields = declared.fields().size();
        this.columns = Stream.concat(declared.fields().stream(), key.stream())
                .map(path -> PathReader.of(path, layout))
                .toArray(PathReader[]::new);
    }

    /** Tells whether a row stands in the index. */
    boolean covers(Row row) {
        return conditions == null || conditions.matches(row);
    }

    boolean isUnique() {
        return declared.unique();
    }

    String name() {
        return declared.name();
    }

    @Override
    public int compare(Row one, Row other) {
        return compare(one, other, columns.length);
    }

    private int compare(Row one, Row other, int leading) {
        for (int i = 0; i < leading; i++) {
            int sign = Values.compareNullLowest(columns[i].read(one), columns[i].read(other));
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    /** Tells whether two rows agree in every declared field. */
    boolean agree(Row one, Row other) {
        return compare(one, other, fields) == 0;
    }

    /** Tells whether a row has these values in the declared fields. */
    boolean agree(Row row, @Nullable Object[] values) {
        for (int i = 0; i < fields; i++) {
            if (Values.compareNullLowest(columns[i].read(row), values[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the values of the declared fields. */
    @Nullable Object[] values(Row row) {
        @Nullable Object[] values = new Object[fields];
        for (int i = 0; i < fields; i++) {
            values[i] = columns[i].read(row);
        }
        return values;
    }

    /** Returns a hash that rows have in common if they agree in every declared field. */
    int hash(Row row) {
        return hash(values(row));
    }

    /** Returns the hash of rows with these values. */
    static int hash(@Nullable Object[] values) {
        int hash = 1;
        for (Object value : values) {
            hash = KeySpec.FACTOR * hash + KeySpec.hashOf(value);
        }
        return hash;
    }

    /** Says that two stored rows agree and may not. */
    MappingException clash() {
        return new MappingException(
                MappingException.Kind.DATA,
                "two stored rows agree in all fields of a unique index: change or remove one of them first",
                Map.of("index", name()));
    }

    /** Returns the place before all rows that agree with this one. */
    Position<Row> before(Row row) {
        return other -> compare(other, row, fields) < 0;
    }

    /** Tells whether no other row may agree with this one: the index is unique and has it, and no field is null. */
    boolean isExclusive(Row row) {
        if (!declared.unique() || !covers(row)) {
            return false;
        }
        for (int i = 0; i < fields; i++) {
            if (columns[i].read(row) == null) {
                return false;
            }
        }
        return true;
    }

    /** Returns how a clash is reported. */
    Violation violation() {
        return new Violation(
                Violation.Kind.UNIQUE,
                declared.name(),
                declared.fields().stream().map(FieldPath::source).toList());
    }

    /** Returns the value of a column. */
    public @Nullable Object read(Row row, int column) {
        return columns[column].read(row);
    }
}
