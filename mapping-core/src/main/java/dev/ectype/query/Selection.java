package dev.ectype.query;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.eval.SlotsUsed;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Order;
import dev.ectype.query.jooq.GroupTranslator;
import dev.ectype.query.jooq.SelectedField;
import dev.ectype.schema.Schema;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of the records of a query, or of groups of them; nothing else is fetched. Immutable; every method
 * returns a new one.
 *
 * @param <T> what is returned for each row
 */
public final class Selection<T extends @Nullable Object> implements Queryable<T> {
    private final Query<?> query;
    private final @Nullable GroupParts groups;
    private final List<SelectedField> fields;
    private final Function<Tuple, ? extends T> maker;
    private final OperandEvaluator[] operands;

    private Selection(
            Query<?> query,
            @Nullable GroupParts groups,
            List<SelectedField> fields,
            Function<Tuple, ? extends T> maker) {
        this.query = query;
        this.groups = groups;
        this.fields = fields;
        this.maker = maker;
        this.operands = fields.stream()
                .map(field -> OperandEvaluator.of(field.operand()))
                .toArray(OperandEvaluator[]::new);
    }

    static Selection<Tuple> of(Query<?> query, @Nullable GroupParts groups, List<SelectedField> fields) {
        if (fields.isEmpty()) {
            throw new MappingException(
                    Kind.USAGE,
                    "a selection needs at least one field",
                    Map.of("source", query.schema().asSource()));
        }
        if (!query.preloads().isEmpty()) {
            throw new MappingException(
                    Kind.USAGE,
                    "related records belong to whole records, and this selects parts of them; leave preload out",
                    Map.of("query", query));
        }
        return new Selection<>(query, groups, List.copyOf(fields), Function.identity());
    }

    /** Returns what a function makes of each result. */
    public <U extends @Nullable Object> Selection<U> map(Function<? super T, ? extends U> function) {
        return new Selection<>(query, groups, fields, tuple -> function.apply(maker.apply(tuple)));
    }

    /**
     * Returns records made by their canonical constructor: the first selected value for the first component.
     *
     * @throws MappingException if number or classes of the components do not fit what is selected
     */
    public <U> Selection<U> into(Class<U> recordClass) {
        return new Selection<>(query, groups, fields, RecordMaker.of(recordClass, fields));
    }

    /** Returns maps from the names of what is selected to its values, in order. */
    public Selection<Map<String, @Nullable Object>> asMaps() {
        return new Selection<>(query, groups, fields, Tuple::toMap);
    }

    <V> Selection<@Nullable V> single(Field<V> field) {
        return new Selection<>(query, groups, fields, tuple -> tuple.get(field));
    }

    /**
     * Returns each result once. The order of the query must be by what is selected, and its limit and offset count distinct
     * results.
     *
     * @throws MappingException if the order is by something else, or this is a selection of groups, which differ anyway
     */
    public Selection<T> distinct() {
        if (groups != null) {
            throw new MappingException(
                    Kind.USAGE, "groups are distinct already; leave distinct() out", Map.of("query", query));
        }
        List<Field<?>> keys = new ArrayList<>();
        fields.forEach(field -> keys.add(field.token()));
        GroupTranslator translator = GroupTranslator.of(query.schema(), keys);
        List<SelectedField> ofGroups = keys.stream().map(translator::select).toList();
        List<Order> order =
                query.request().order().stream().map(translator::ofGroups).toList();
        GroupParts distinct = GroupParts.by(translator)
                .order(translator, order)
                .with(query.request().window());
        return new Selection<>(query.exclude(Part.ORDER, Part.LIMIT, Part.OFFSET), distinct, ofGroups, maker);
    }

    @Override
    public Schema<?> schema() {
        return query.schema();
    }

    @Override
    public Query<?> rows() {
        return query;
    }

    /** Returns the same of the rows of another query of the same schema. */
    public Selection<T> ofRows(Query<?> other) {
        return new Selection<>(other, groups, fields, maker);
    }

    @Override
    public Selection<T> limit(long rows) {
        return groups == null
                ? ofRows(query.limit(rows))
                : ofGroups(groups.with(groups.window().withLimit(rows)));
    }

    @Override
    public Selection<T> atMost(long rows) {
        return groups == null
                ? ofRows(query.atMost(rows))
                : limit(Math.min(rows, groups.window().limit().orElse(rows)));
    }

    private Selection<T> ofGroups(GroupParts changed) {
        return new Selection<>(query, changed, fields, maker);
    }

    @Override
    public Selection<T> bind(String parameter, Object value) {
        return bind(Map.of(parameter, value));
    }

    @Override
    public Selection<T> bind(Map<String, ?> values) {
        if (groups == null) {
            return ofRows(query.bind(values));
        }
        Map<String, Object> ofRows = new HashMap<>(values);
        ofRows.keySet()
                .removeIf(name -> groups.parameters().contains(name)
                        && !query.parameters().contains(name));
        return new Selection<>(query.bind(ofRows), groups.bind(values), fields, maker);
    }

    /** Returns how the rows are grouped; empty if each row is a result. */
    public Optional<Grouping> grouping() {
        if (groups != null && !groups.parameters().isEmpty()) {
            throw Query.unbound(groups.parameters());
        }
        return Optional.ofNullable(groups).map(GroupParts::grouping);
    }

    /** Returns the slots that a row must have; of a grouping those of its result. */
    public List<Integer> slots() {
        TreeSet<Integer> slots = new TreeSet<>();
        fields.forEach(field -> SlotsUsed.by(field.operand(), slots::add));
        return List.copyOf(slots);
    }

    /** Returns the result for a row. */
    public T read(Row row) {
        @Nullable Object[] values = new Object[operands.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).load(operands[i].valueFor(row));
        }
        return maker.apply(new Tuple(fields, values));
    }

    /** Returns the query as a text without its values. */
    @Override
    public String toString() {
        return "select " + fields.stream().map(SelectedField::name).toList() + " " + query
                + (groups == null ? "" : " " + groups);
    }
}
