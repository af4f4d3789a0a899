package dev.ectype.query.jooq;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Turns the values in an expression into their neutral form: by the type of the column that they are compared with. */
final class Literals {
    private Literals() {}

    /** Returns the neutral form of a value that is compared with a field. */
    static Value of(Object raw, Field<?> field, Operand operand) {
        Column<?, ?> column = columnOf(field);
        return column != null ? of(column, column.type(), raw) : plain(raw, operand);
    }

    /** Returns the value of a constant, which must be there and not stand for one that is given later. */
    static Object required(Param<?> param, Field<?> field) {
        Object value = optional(param);
        if (value == null) {
            throw Refusals.comparisonWithNull(field);
        }
        return value;
    }

    /** Returns the value of a constant or null. */
    static @Nullable Object optional(Param<?> param) {
        if (param.getParamName() != null) {
            throw Refusals.laterValue(param.getParamName(), "this place");
        }
        return param.$value();
    }

    /** Returns a value of the type of a column, or of the elements of a column. */
    static <V> Value of(Column<?, ?> column, Type<V> type, Object raw) {
        return new Value(
                neutral(column, type, raw), type.storage(), column.path().redacted());
    }

    static <V> Object neutral(Column<?, ?> column, Type<V> type, Object raw) {
        if (!(type.cast(raw) instanceof Cast.Ok<V> ok)) {
            throw Refusals.castFailed(column, type, raw, null);
        }
        V value = ok.value();
        if (value == null) {
            throw Refusals.comparisonWithNull(column);
        }
        try {
            return isEmbedded(column) ? type.dumpEmbedded(value) : type.dump(value);
        } catch (IllegalArgumentException notStorable) {
            throw Refusals.castFailed(column, type, raw, notStorable);
        }
    }

    /** Tells whether the value stands inside an embedded record, where types may write it in another form. */
    static boolean isEmbedded(Column<?, ?> column) {
        if (column.path().isTopLevel() && column.elementOf().isEmpty()) {
            return false;
        }
        int slots = column.elementOf().isPresent() ? 1 : 0;
        for (FieldPath.Step step : column.path().steps()) {
            if (step instanceof FieldPath.Slot) {
                slots++;
            }
        }
        return slots > 1;
    }

    /** Returns the column whose type a field has: itself, or the first part of what may stand for it. */
    static @Nullable Column<?, ?> columnOf(Field<?> field) {
        if (field instanceof Column<?, ?> column) {
            return column;
        }
        if (field instanceof QOM.Coalesce<?> coalesce && !coalesce.$arg1().isEmpty()) {
            return columnOf(coalesce.$arg1().get(0));
        }
        if (field instanceof QOM.Nvl<?> nvl) {
            return columnOf(nvl.$value());
        }
        return field instanceof AggregateFunction<?> function ? Aggregates.columnOf(function) : null;
    }

    /** Returns a value that no type says how to write: text for a function of text, a number for one of numbers. */
    private static Value plain(Object raw, Operand function) {
        Storage storage = function.storage();
        if (raw instanceof CharSequence text && Kinds.isText(storage)) {
            return new Value(text.toString(), Scalar.TEXT, isRedacted(function));
        }
        if (raw instanceof Number number && (Kinds.isNumber(storage) || storage == Scalar.ANY)) {
            return number(number, isRedacted(function));
        }
        throw Refusals.wrongKind(raw, function);
    }

    static Value number(Number number, boolean redacted) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return new Value(number.intValue(), Scalar.INT32, redacted);
        }
        if (number instanceof Long) {
            return new Value(number, Scalar.INT64, redacted);
        }
        if (number instanceof BigInteger) {
            return new Value(number, Scalar.INTEGER, redacted);
        }
        if (number instanceof BigDecimal) {
            return new Value(number, Scalar.DECIMAL, redacted);
        }
        if ((number instanceof Double || number instanceof Float) && Double.isFinite(number.doubleValue())) {
            return new Value(number.doubleValue(), Scalar.FLOAT64, redacted);
        }
        throw Refusals.numberWithoutValue(number);
    }

    static boolean isRedacted(Operand operand) {
        if (operand instanceof Operand.Call call) {
            return call.arguments().stream().anyMatch(Literals::isRedacted);
        }
        return operand instanceof FieldPath path ? path.redacted() : ((Value) operand).redacted();
    }
}
