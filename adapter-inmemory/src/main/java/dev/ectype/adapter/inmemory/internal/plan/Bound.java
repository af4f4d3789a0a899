package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.adapter.inmemory.internal.store.IndexSpec;
import dev.ectype.adapter.inmemory.internal.tree.Position;
import dev.ectype.query.eval.Values;
import dev.ectype.types.stored.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One end of a range of an index: before or after all rows that agree with values in the leading columns. Immutable. */
final class Bound {
    private final @Nullable Object[] values;
    private final boolean after;
    private final boolean prefix;

    private Bound(@Nullable Object[] values, boolean after, boolean prefix) {
        this.values = values;
        this.after = after;
        this.prefix = prefix;
    }

    /** Returns the place before all rows that agree; without values, before all rows. */
    static Bound before(@Nullable Object... values) {
        return new Bound(values, false, false);
    }

    /** Returns the place after all rows that agree; without values, after all rows. */
    static Bound after(@Nullable Object... values) {
        return new Bound(values, true, false);
    }

    /** Returns the place after all rows that agree, where the last value is what a text begins with. */
    static Bound afterPrefix(@Nullable Object... values) {
        return new Bound(values, true, true);
    }

    static @Nullable Object[] appended(@Nullable Object[] values, @Nullable Object last) {
        @Nullable Object[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = last;
        return longer;
    }

    Position<Row> in(IndexSpec index) {
        return row -> {
            int sign = compare(index, row);
            return sign < 0 || (sign == 0 && after);
        };
    }

    private int compare(IndexSpec index, Row row) {
        int last = values.length - 1;
        for (int i = 0; i <= last; i++) {
            Object value = index.read(row, i);
            if (i == last && prefix && value instanceof String text && text.startsWith((String) values[i])) {
                return 0;
            }
            int sign = Values.compareNullLowest(value, values[i]);
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }
}
