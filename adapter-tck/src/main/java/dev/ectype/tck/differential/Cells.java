package dev.ectype.tck.differential;

import dev.ectype.query.Tuple;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of groups, as texts in any order that SQL and we agree in: numbers by value, whatever their class, and to
 * eight digits, since H2 has ten behind the point for the mean of whole numbers.
 */
final class Cells {
    private static final MathContext DIGITS = new MathContext(8);

    private Cells() {}

    static List<@Nullable Object> of(Tuple tuple) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < tuple.size(); i++) {
            cells.add(tuple.get(i));
        }
        return cells;
    }

    static List<String> ofRows(List<List<@Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Cells::text).toList().toString())
                .sorted()
                .toList();
    }

    private static String text(@Nullable Object value) {
        if (!(value instanceof Number)) {
            return String.valueOf(value);
        }
        BigDecimal number = new BigDecimal(value.toString()).round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
    }
}
