package dev.ectype.query.jooq;

import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.schema.Schema;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.QOM;

/**
 * Translates conditions and orders on the columns of one schema. Values are cast and dumped by the types of the columns
 * that they are compared with; negations, constants and nested conjunctions are simplified. Immutable and safe for use
 * by several threads.
 *
 * <p>Every method throws {@link dev.ectype.error.MappingException} of kind USAGE for an expression that is not part of
 * the query language, for a column of another schema, for a comparison with null and for a value that the column's type
 * does not cast; the message names the part and says what would work, and never shows a value.
 */
public final class ConditionTranslator {
    private final Schema<?> schema;

    /** Creates a translator for the columns of a schema. */
    public ConditionTranslator(Schema<?> schema) {
        this.schema = schema;
    }

    /** Translates a condition without named parameters; conjunctions and disjunctions come back flat. */
    public Predicate condition(Condition condition) {
        Translated translated = translate(condition);
        for (String name : translated.parameters()) {
            throw Refusals.laterValue(name, "a condition that is used at once");
        }
        return translated.predicate();
    }

    /**
     * A translated condition.
     *
     * @param predicate what it became
     * @param parameters the names of the parameters whose values are given later
     */
    public record Translated(Predicate predicate, Set<String> parameters) {}

    /** Translates a condition in which named parameters may stand; {@link Parameters} gives them their values. */
    public Translated translate(Condition condition) {
        Walk walk = new Walk(Scope.rowsOf(schema));
        return new Translated(walk.condition(condition), walk.parameters());
    }

    /** Translates one key of an order: a column, a function of columns, or either with a direction. */
    public Order order(OrderField<?> key) {
        return order(key, this::operand);
    }

    static Order order(OrderField<?> key, Function<Field<?>, Operand> translation) {
        if (!(key instanceof SortField<?> sort)) {
            return Order.ascending(ordered(translation.apply((Field<?>) key)));
        }
        Operand operand = ordered(translation.apply(sort.$field()));
        boolean descending = sort.$sortOrder() == SortOrder.DESC;
        boolean nullsFirst =
                sort.$nullOrdering() == null ? !descending : sort.$nullOrdering() == QOM.NullOrdering.NULLS_FIRST;
        return new Order(operand, descending, nullsFirst);
    }

    /** Translates a column or a function of columns. */
    public Operand operand(Field<?> field) {
        if (field instanceof Param) {
            throw Refusals.constantAlone(field);
        }
        return new Walk(Scope.rowsOf(schema)).operand(field);
    }

    private static Operand ordered(Operand operand) {
        Kinds.requireOrdered(operand, "order by");
        return operand;
    }
}
