package dev.ectype.tck.differential;

import dev.ectype.query.Query;
import dev.ectype.tck.differential.GeneratedSchema.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * One query, in jOOQ's words.
 *
 * @param schema the schema
 * @param where the condition
 * @param order the order; it ends with the key unless it is empty
 * @param offset how many rows are passed over; zero if there is no order
 * @param limit how many rows are wanted; empty if there is no order
 */
record Trial(GeneratedSchema schema, Term where, List<SortField<?>> order, long offset, OptionalLong limit)
        implements Shrinkable<Trial> {

    static Trial of(Dice dice, GeneratedSchema schema) {
        Term where = new TermMaker(dice, schema).term(dice.below(4));
        List<SortField<?>> order = new ArrayList<>();
        if (dice.oneIn(3)) {
            return new Trial(schema, where, order, 0, OptionalLong.empty());
        }
        order.addAll(dice.some(2, () -> key(dice, dice.oneOf(schema.cells()))));
        order.add(
                dice.oneIn(2)
                        ? schema.id().column().asc()
                        : schema.id().column().desc());
        long offset = dice.oneIn(3) ? dice.below(6) : 0;
        return new Trial(
                schema, where, order, offset, dice.oneIn(2) ? OptionalLong.of(dice.below(12)) : OptionalLong.empty());
    }

    private static SortField<?> key(Dice dice, Cell cell) {
        SortField<?> key = dice.oneIn(2) ? cell.column().asc() : cell.column().desc();
        return switch (dice.below(4)) {
            case 0 -> key.nullsFirst();
            case 1 -> key.nullsLast();
            default -> key;
        };
    }

    /** Returns the same query as an adapter and the evaluator are asked it. */
    Query<Object> query() {
        Query<Object> query = Query.from(schema).where(where.condition()).orderBy(order.toArray(new OrderField<?>[0]));
        Query<Object> shifted = offset > 0 ? query.offset(offset) : query;
        return limit.isPresent() ? shifted.limit(limit.getAsLong()) : shifted;
    }

    @Override
    public Stream<Trial> smaller() {
        List<Trial> smaller = new ArrayList<>();
        smaller.add(new Trial(schema, new Term.Leaf(DSL.trueCondition(), true), order, offset, limit));
        smaller.add(new Trial(schema, where, List.of(), 0, OptionalLong.empty()));
        smaller.add(new Trial(schema, where, order, 0, OptionalLong.empty()));
        smaller.add(new Trial(schema, where, order, 0, limit));
        smaller.add(new Trial(schema, where, order, offset - 1, limit));
        smaller.add(new Trial(schema, where, order, offset, OptionalLong.empty()));
        limit.ifPresent(rows -> smaller.add(new Trial(schema, where, order, offset, OptionalLong.of(rows - 1))));
        for (int i = 0; i < order.size() - 1; i++) {
            List<SortField<?>> less = new ArrayList<>(order);
            less.remove(i);
            smaller.add(new Trial(schema, where, less, offset, limit));
        }
        where.smaller().forEach(less -> smaller.add(new Trial(schema, less, order, offset, limit)));
        return smaller.stream().filter(trial -> trial.isPossible() && trial.size() < size());
    }

    private boolean isPossible() {
        return offset >= 0 && limit.orElse(0) >= 0;
    }

    /** Returns a number that every smaller query is below. */
    private long size() {
        long window = offset + (limit.isPresent() ? limit.getAsLong() + 1 : 0);
        return where.condition().toString().length() + order.size() + window;
    }

    @Override
    public String toString() {
        return "where " + where.condition() + "\n  order by " + order + " offset " + offset + " limit " + limit;
    }
}
