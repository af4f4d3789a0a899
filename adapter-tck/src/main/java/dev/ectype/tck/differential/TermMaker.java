package dev.ectype.tck.differential;

import dev.ectype.query.condition.Conditions;
import dev.ectype.tck.differential.GeneratedSchema.Cell;
import dev.ectype.types.Types;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Makes conditions of every kind over the columns of a schema. */
final class TermMaker {
    private static final List<String> TAGS = List.of("a", "A", "b", "\uD83D\uDE00", "");
    private final Dice dice;
    private final GeneratedSchema schema;
    private final FunctionMaker functions;

    TermMaker(Dice dice, GeneratedSchema schema) {
        this.dice = dice;
        this.schema = schema;
        this.functions = new FunctionMaker(dice);
    }

    Term term(int depth) {
        if (depth == 0 || dice.oneIn(3)) {
            return leaf();
        }
        if (dice.oneIn(3)) {
            return new Term.Not(term(depth - 1));
        }
        List<Term> terms = dice.some(2, () -> term(depth - 1));
        terms.add(term(depth - 1));
        return new Term.Joined(dice.oneIn(2), terms);
    }

    private Term leaf() {
        Cell cell = dice.oneOf(schema.cells());
        return switch (dice.below(12)) {
            case 0, 1, 2 -> sql(comparison(cell.column(), value(cell)));
            case 3 -> sql(dice.oneIn(2) ? in(cell) : DSL.not(in(cell)));
            case 4 -> sql(dice.oneIn(2) ? cell.column().isNull() : cell.column().isNotNull());
            case 5 -> sql(range(cell));
            case 6 -> sql(distinctness(cell));
            case 7 -> sql(comparison(cell.column(), sameKind(cell).column()));
            case 8, 9 -> functions.of(cell);
            case 10 ->
                sql(dice.oneOf(DSL.trueCondition(), DSL.falseCondition(), DSL.noCondition(), constantFirst(cell)));
            default -> new Term.Leaf(ofParts(), false);
        };
    }

    private static Term sql(Condition condition) {
        return new Term.Leaf(condition, true);
    }

    private Field<Object> value(Cell cell) {
        return DSL.val(dice.oneOf(cell.values()), cell.column());
    }

    private Condition comparison(Field<Object> left, Field<Object> right) {
        return FunctionMaker.comparison(dice.below(6), left, right);
    }

    /** A constant on the left, which changes sides. */
    private Condition constantFirst(Cell cell) {
        return comparison(value(cell), cell.column());
    }

    private Condition in(Cell cell) {
        List<Object> values = dice.some(4, () -> dice.oneOf(cell.values()));
        return dice.oneIn(2) ? cell.column().in(values) : cell.column().notIn(values);
    }

    private Condition range(Cell cell) {
        Object low = dice.oneOf(cell.values());
        Object high = dice.oneOf(cell.values());
        return switch (dice.below(4)) {
            case 0 -> cell.column().between(low, high);
            case 1 -> cell.column().notBetween(low, high);
            case 2 -> cell.column().betweenSymmetric(low, high);
            default -> cell.column().notBetweenSymmetric(low, high);
        };
    }

    private Condition distinctness(Cell cell) {
        Object value = dice.oneOf(cell.values());
        return switch (dice.below(4)) {
            case 0 -> cell.column().isDistinctFrom(value);
            case 1 -> cell.column().isNotDistinctFrom(value);
            case 2 -> cell.column().isDistinctFrom(sameKind(cell).column());
            default -> cell.column().isNotDistinctFrom(sameKind(cell).column());
        };
    }

    /** Returns a column that the cell can be compared with, maybe the cell itself. */
    private Cell sameKind(Cell cell) {
        return dice.oneOf(schema.cells().stream()
                .filter(other -> other.kind().type() == cell.kind().type())
                .toList());
    }

    /** SQL has no words for these. */
    private Condition ofParts() {
        String tag = dice.oneOf(TAGS);
        return switch (dice.below(7)) {
            case 0 -> Conditions.contains(schema.tags(), tag);
            case 1 -> Conditions.containsAll(schema.tags(), dice.some(2, () -> dice.oneOf(TAGS)));
            case 2 -> Conditions.size(schema.tags()).ge(dice.below(3));
            case 3 -> schema.tags().at(dice.below(2), Types.string()).ne(tag);
            case 4 ->
                Conditions.anyElement(
                        schema.tags(),
                        schema.tags()
                                .element(Types.string())
                                .gt(tag)
                                .andNot(schema.tags().element(Types.string()).eq(dice.oneOf(TAGS))));
            case 5 -> schema.scores().key("a", Types.integer()).lt(dice.below(4));
            default -> schema.scores().key("b.c", Types.integer()).isNull();
        };
    }
}
