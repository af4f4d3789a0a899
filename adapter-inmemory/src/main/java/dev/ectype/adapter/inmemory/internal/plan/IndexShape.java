package dev.ectype.adapter.inmemory.internal.plan;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import java.util.List;
import java.util.stream.Stream;

/**
 * An index as a planner sees it. Immutable.
 *
 * @param declared the index
 * @param columns the steps to the values by which it is ordered: its fields, and behind them the primary key
 * @param fields how many of the columns are its fields
 * @param hashed whether it knows no order
 */
record IndexShape(Source.Index declared, List<List<FieldPath.Step>> columns, int fields, boolean hashed) {

    String name() {
        return declared.name();
    }

    boolean unique() {
        return declared.unique();
    }

    static IndexShape of(Source.Index index, List<FieldPath> key, boolean hashed) {
        List<List<FieldPath.Step>> columns = Stream.concat(index.fields().stream(), key.stream())
                .map(FieldPath::steps)
                .toList();
        return new IndexShape(index, columns, index.fields().size(), hashed);
    }
}
