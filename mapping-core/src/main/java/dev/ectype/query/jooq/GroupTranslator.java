package dev.ectype.query.jooq;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.types.stored.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * Translates what is asked of groups: their keys, aggregates, conditions and order. What it is asked to translate it
 * remembers, so that {@link #grouping} computes it; {@link #copy} it before. Not safe for use by several threads.
 */
public final class GroupTranslator {
    private final Schema<?> schema;
    private final List<Operand> keys;
    private final List<Aggregate> aggregates;

    private GroupTranslator(Schema<?> schema, List<Operand> keys, List<Aggregate> aggregates) {
        this.schema = schema;
        this.keys = keys;
        this.aggregates = new ArrayList<>(aggregates);
    }

    /**
     * Begins with the keys, columns or functions of columns; none for one group of all rows.
     *
     * @throws dev.ectype.error.MappingException if a key cannot be asked
     */
    public static GroupTranslator of(Schema<?> schema, List<? extends Field<?>> keys) {
        ConditionTranslator rows = new ConditionTranslator(schema);
        List<Operand> operands = new ArrayList<>();
        for (Field<?> key : keys) {
            operands.add(rows.operand(SelectedField.unaliased(key)));
        }
        return new GroupTranslator(schema, List.copyOf(operands), List.of());
    }

    /** Returns one that goes on from here without changing this one. */
    public GroupTranslator copy() {
        return new GroupTranslator(schema, keys, aggregates);
    }

    /** Returns the keys. */
    public List<Operand> keys() {
        return keys;
    }

    /** Translates a condition on the results of groups. */
    public ConditionTranslator.Translated having(Condition condition) {
        Walk walk = new Walk(Scope.groupsOf(schema, this));
        return new ConditionTranslator.Translated(walk.condition(condition), walk.parameters());
    }

    /** Translates one key of the order of groups. */
    public Order order(OrderField<?> key) {
        return ConditionTranslator.order(key, field -> new Walk(Scope.groupsOf(schema, this)).operand(field));
    }

    /**
     * Returns an order of rows as one of groups.
     *
     * @throws dev.ectype.error.MappingException if it is not by a key
     */
    public Order ofGroups(Order ofRows) {
        int index = keys.indexOf(ofRows.operand());
        if (index < 0) {
            throw Refusals.orderOfDistinct(ofRows.operand());
        }
        return new Order(key(index), ofRows.descending(), ofRows.nullsFirst());
    }

    /** Translates a key, an aggregate or a function of them, to be selected. */
    public SelectedField select(Field<?> field) {
        return SelectedField.of(field, asked -> new Walk(Scope.groupsOf(schema, this)).operand(asked));
    }

    /** Returns the place of a key or an aggregate in the result; null for what is neither. */
    @Nullable FieldPath find(Field<?> field) {
        if (Aggregates.is(field)) {
            return aggregate(Aggregates.of(new Walk(Scope.rowsOf(schema)), field));
        }
        Operand ofRows = isFunctionAKey() ? ofRows(field) : null;
        int index = ofRows == null ? -1 : keys.indexOf(ofRows);
        return index < 0 ? null : key(index);
    }

    private boolean isFunctionAKey() {
        return keys.stream().anyMatch(Operand.Call.class::isInstance);
    }

    /** Returns what a function of columns is for one row; null for one of aggregates, which is none. */
    private @Nullable Operand ofRows(Field<?> field) {
        try {
            return new Walk(Scope.rowsOf(schema)).operand(field);
        } catch (MappingException ofGroupsOnly) {
            return null;
        }
    }

    /** Returns the place of a key that is a column. */
    FieldPath key(Column<?, ?> column) {
        int index = keys.indexOf(new Walk(Scope.rowsOf(schema)).operand(column));
        if (index < 0) {
            throw Refusals.notGrouped(column);
        }
        return key(index);
    }

    private FieldPath key(int index) {
        Operand key = keys.get(index);
        return result(key.toString(), "k" + index, index, key);
    }

    private FieldPath aggregate(Aggregate aggregate) {
        if (!aggregates.contains(aggregate)) {
            aggregates.add(aggregate);
        }
        int index = aggregates.indexOf(aggregate);
        boolean redacted = aggregate.operand().filter(Literals::isRedacted).isPresent();
        FieldPath.Slot slot = new FieldPath.Slot(aggregate.toString(), "a" + index, keys.size() + index);
        return new FieldPath(List.of(slot), aggregate.storage(), redacted);
    }

    private static FieldPath result(String name, String source, int index, Operand of) {
        return new FieldPath(List.of(new FieldPath.Slot(name, source, index)), of.storage(), Literals.isRedacted(of));
    }

    /** Returns the grouping that computes everything that was translated. */
    public Grouping grouping(List<Predicate> having, List<Order> order, Window window) {
        List<Layout.Slot> slots = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            slots.add(
                    new Layout.Slot(keys.get(i).toString(), "k" + i, keys.get(i).storage()));
        }
        for (int i = 0; i < aggregates.size(); i++) {
            Aggregate aggregate = aggregates.get(i);
            slots.add(new Layout.Slot(aggregate.toString(), "a" + i, aggregate.storage()));
        }
        return new Grouping(keys, aggregates, new Layout(slots), having, order, window);
    }
}
