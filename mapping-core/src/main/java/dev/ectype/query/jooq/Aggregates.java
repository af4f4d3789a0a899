package dev.ectype.query.jooq;

import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Operand;
import dev.ectype.schema.Column;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import java.util.Optional;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Translates jOOQ's count, sum, avg, min and max. */
final class Aggregates {
    static final List<Class<? extends Field<?>>> KINDS = kinds();

    /** What jOOQ counts when it counts rows. */
    private static final Field<?> ROWS = ((QOM.Count) DSL.count()).$field();

    private Aggregates() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // a generic interface has no other class object
    private static List<Class<? extends Field<?>>> kinds() {
        return List.of(
                QOM.Count.class,
                QOM.Sum.class,
                QOM.Avg.class,
                (Class<? extends Field<?>>) (Class) QOM.Min.class,
                (Class<? extends Field<?>>) (Class) QOM.Max.class);
    }

    static boolean is(Field<?> field) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(field));
    }

    /** Translates an aggregate over the rows of a walk; one with a filter, an order or a window is refused. */
    static Aggregate of(Walk rows, Field<?> field) {
        if (field instanceof QOM.Count count) {
            boolean ofRows = count.$field() == ROWS;
            requirePlain(field, ofRows ? DSL.count() : counted(count));
            Optional<Operand> operand = ofRows ? Optional.empty() : Optional.of(rows.operand(count.$field()));
            return new Aggregate(Aggregate.Function.COUNT, operand, count.$distinct(), Scalar.INT64);
        }
        if (field instanceof QOM.Sum sum) {
            requirePlain(field, sum.$distinct() ? DSL.sumDistinct(sum.$field()) : DSL.sum(sum.$field()));
            return ofNumbers(Aggregate.Function.SUM, Calls.number(rows, sum.$field()), sum.$distinct());
        }
        if (field instanceof QOM.Avg avg) {
            requirePlain(field, avg.$distinct() ? DSL.avgDistinct(avg.$field()) : DSL.avg(avg.$field()));
            return ofNumbers(Aggregate.Function.AVG, Calls.number(rows, avg.$field()), avg.$distinct());
        }
        return extreme(rows, (AggregateFunction<?>) field);
    }

    private static Field<?> counted(QOM.Count count) {
        return count.$distinct() ? DSL.countDistinct(count.$field()) : DSL.count(count.$field());
    }

    private static Aggregate ofNumbers(Aggregate.Function function, Operand operand, boolean distinct) {
        Storage storage = operand.storage() == Scalar.FLOAT64
                ? Scalar.FLOAT64
                : function == Aggregate.Function.AVG
                        ? Scalar.DECIMAL
                        : Kinds.ofArithmetic(operand.storage(), operand.storage());
        return new Aggregate(function, Optional.of(operand), distinct, storage);
    }

    private static Aggregate extreme(Walk rows, AggregateFunction<?> field) {
        boolean least = field instanceof QOM.Min;
        Field<?> argument = argument(field);
        requirePlain(field, least ? DSL.min(argument) : DSL.max(argument));
        Operand operand = rows.operand(argument);
        Kinds.requireOrdered(operand, least ? "min" : "max");
        return new Aggregate(
                least ? Aggregate.Function.MIN : Aggregate.Function.MAX,
                Optional.of(operand),
                false,
                operand.storage());
    }

    private static Field<?> argument(AggregateFunction<?> extreme) {
        return extreme instanceof QOM.Min<?> min ? min.$field() : ((QOM.Max<?>) extreme).$field();
    }

    /** Neither jOOQ's model nor its equality shows a filter, an order or a window; the text does. */
    private static void requirePlain(Field<?> field, Field<?> plain) {
        if (!field.toString().equals(plain.toString())) {
            throw Refusals.aggregateWithMore(field);
        }
    }

    /** Returns the column whose type a least or greatest value has. */
    static @Nullable Column<?, ?> columnOf(AggregateFunction<?> function) {
        return function instanceof QOM.Min || function instanceof QOM.Max
                ? Literals.columnOf(argument(function))
                : null;
    }
}
