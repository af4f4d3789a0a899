package dev.ectype.tck.differential;

import dev.ectype.query.Grouped;
import dev.ectype.query.Query;
import dev.ectype.query.Selection;
import dev.ectype.query.Tuple;
import dev.ectype.tck.differential.GeneratedSchema.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One query for groups, in jOOQ's words.
 *
 * @param schema the schema
 * @param where the condition on rows
 * @param keys what the rows of a group agree in; without any, all rows are one group
 * @param computed the aggregates of each group, at least one
 * @param having the condition on groups, if there is one
 */
record GroupTrial(
        GeneratedSchema schema, Term where, List<Field<?>> keys, List<Field<?>> computed, Optional<Condition> having)
        implements Shrinkable<GroupTrial> {

    static GroupTrial of(Dice dice, GeneratedSchema schema) {
        Term where = new TermMaker(dice, schema).term(dice.below(3));
        AggregateMaker aggregates = new AggregateMaker(dice, schema);
        List<Field<?>> keys = dice.someOf(aggregates.comparable(), dice.below(3)).stream()
                .<Field<?>>map(Cell::column)
                .toList();
        List<Field<?>> computed = new ArrayList<>(dice.some(2, aggregates::aggregate));
        computed.add(aggregates.aggregate());
        Optional<Condition> having = dice.oneIn(3) ? Optional.of(aggregates.condition()) : Optional.empty();
        return new GroupTrial(schema, where, keys, computed, having);
    }

    /** Returns what is selected of each group: its keys, then what is computed of it. */
    List<Field<?>> selected() {
        return Stream.concat(keys.stream(), computed.stream()).toList();
    }

    /** Returns the same query as an adapter and the evaluator are asked it. */
    Selection<Tuple> query() {
        Grouped groups = Query.from(schema).where(where.condition()).groupBy(keys.toArray(new Field<?>[0]));
        return having.map(groups::having).orElse(groups).select(selected().toArray(new Field<?>[0]));
    }

    @Override
    public Stream<GroupTrial> smaller() {
        List<GroupTrial> smaller = new ArrayList<>();
        having.ifPresent(any -> smaller.add(new GroupTrial(schema, where, keys, computed, Optional.empty())));
        for (int i = 0; i < keys.size(); i++) {
            smaller.add(new GroupTrial(schema, where, without(keys, i), computed, having));
        }
        for (int i = 0; i < computed.size() && computed.size() > 1; i++) {
            smaller.add(new GroupTrial(schema, where, keys, without(computed, i), having));
        }
        Term all = new Term.Leaf(DSL.trueCondition(), true);
        Stream.concat(Stream.of(all), where.smaller())
                .filter(less -> sizeOf(less) < sizeOf(where))
                .forEach(less -> smaller.add(new GroupTrial(schema, less, keys, computed, having)));
        return smaller.stream().filter(GroupTrial::isPossible);
    }

    /** What a condition on groups speaks of may be gone. */
    private boolean isPossible() {
        try {
            query();
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static int sizeOf(Term term) {
        return term.condition().toString().length();
    }

    private static List<Field<?>> without(List<Field<?>> fields, int index) {
        List<Field<?>> less = new ArrayList<>(fields);
        less.remove(index);
        return less;
    }

    @Override
    public String toString() {
        return "where " + where.condition() + "\n  group by " + keys + " having "
                + having.map(String::valueOf).orElse("anything") + "\n  select " + computed;
    }
}
