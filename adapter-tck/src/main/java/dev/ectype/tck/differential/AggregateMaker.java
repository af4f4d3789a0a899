package dev.ectype.tck.differential;

import dev.ectype.tck.differential.GeneratedSchema.Cell;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Makes aggregates over the columns of a schema, and conditions on them. Floats are not added up, as their sum depends on the
 * order; values whose classes JDBC has other ones for are counted only.
 */
record AggregateMaker(Dice dice, GeneratedSchema schema) {

    /** Returns the columns whose values JDBC gives back as they are. */
    List<Cell> comparable() {
        return schema.cells().stream()
                .filter(cell -> cell.kind() == Kind.TEXT || cell.kind() == Kind.BOOLEAN || isExact(cell))
                .toList();
    }

    private static boolean isExact(Cell cell) {
        return cell.kind().isNumber() && cell.kind() != Kind.FLOAT64;
    }

    /** Columns whose least value is one: numbers and the key, so that there always is one. */
    private List<Cell> extremes() {
        return schema.cells().stream()
                .filter(cell -> cell.kind() == Kind.TEXT || isExact(cell))
                .toList();
    }

    Field<?> aggregate() {
        List<Cell> numbers =
                schema.cells().stream().filter(AggregateMaker::isExact).toList();
        return switch (dice.below(numbers.isEmpty() ? 5 : 8)) {
            case 0 -> DSL.count();
            case 1 -> DSL.count(dice.oneOf(schema.cells()).column());
            case 2 -> DSL.countDistinct(dice.oneOf(comparable()).column());
            case 3 -> DSL.min(dice.oneOf(extremes()).column());
            case 4 -> DSL.max(dice.oneOf(extremes()).column());
            case 5 -> DSL.sum(number(dice.oneOf(numbers)));
            case 6 -> DSL.sumDistinct(number(dice.oneOf(numbers)));
            default -> DSL.avg(number(dice.oneOf(numbers)));
        };
    }

    @SuppressWarnings("unchecked") // the column is one of numbers
    private static Field<Number> number(Cell cell) {
        return (Field<Number>) (Field<?>) cell.column();
    }

    Condition condition() {
        Cell cell = dice.oneOf(extremes());
        Field<Object> value = DSL.val(dice.oneOf(cell.values()), cell.column());
        return switch (dice.below(4)) {
            case 0 -> DSL.count().gt(1 + dice.below(3));
            case 1 -> DSL.count(cell.column()).le(dice.below(3));
            case 2 -> FunctionMaker.comparison(dice.below(6), DSL.min(cell.column()), value);
            default -> FunctionMaker.comparison(dice.below(6), DSL.max(cell.column()), value);
        };
    }
}
