package dev.ectype.query.jooq;

import dev.ectype.query.eval.OperandEvaluator;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.QOM;

/** Translates functions; one of constants alone becomes its value. */
final class Calls {
    private static final Row NO_ROW = Row.over(new Layout(List.of()), new Object[0]);

    private static final Operand TEXT = new Value("", Scalar.TEXT, false);

    private Calls() {}

    static Operand ofText(Walk walk, Function function, Field<?> argument) {
        Operand text = argument instanceof Param<?> param ? text(walk, param) : walk.operand(argument);
        if (!Kinds.isText(text.storage())) {
            throw Refusals.wrongOperand(text, "a function of text", "a text column");
        }
        return folded(function, List.of(text), function == Function.LENGTH ? Scalar.INT32 : Scalar.TEXT);
    }

    private static Value text(Walk walk, Param<?> param) {
        return walk.value(param, param, TEXT, raw -> new Value(raw.toString(), Scalar.TEXT, false));
    }

    /** jOOQ casts what it does not know to be text before it ignores case; for what is stored as text that changes nothing. */
    static Operand cast(Walk walk, QOM.Cast<?> cast) {
        DataType<?> target = cast.getDataType();
        if (cast.$field() instanceof Param || !target.isString() || target.lengthDefined()) {
            throw Refusals.field(cast, walk.scope());
        }
        Operand operand = walk.operand(cast.$field());
        if (operand.storage() != Scalar.TEXT) {
            throw Refusals.field(cast, walk.scope());
        }
        return operand;
    }

    static Operand coalesce(Walk walk, List<? extends Field<?>> parts) {
        Field<?> first = parts.get(0);
        if (first instanceof Param) {
            throw Refusals.constantAlone(first);
        }
        Operand operand = walk.operand(first);
        List<Operand> arguments = new ArrayList<>(List.of(operand));
        for (Field<?> part : parts.subList(1, parts.size())) {
            Operand next = part instanceof Param<?> param ? walk.value(param, first, operand) : walk.operand(part);
            if (!Kinds.areAlike(operand.storage(), next.storage())) {
                throw Refusals.differentKinds(operand, next);
            }
            arguments.add(next);
        }
        return new Operand.Call(Function.COALESCE, arguments, operand.storage());
    }

    static Operand arithmetic(Walk walk, Function function, Field<?> left, Field<?> right) {
        Operand l = number(walk, left, function);
        Operand r = number(walk, right, function);
        return folded(function, List.of(l, r), Kinds.ofArithmetic(l.storage(), r.storage()));
    }

    static Operand negation(Walk walk, Field<?> field) {
        Operand number = number(walk, field, Function.NEGATE);
        return folded(Function.NEGATE, List.of(number), Kinds.ofArithmetic(number.storage(), number.storage()));
    }

    /** Returns a column or function of plain numbers, to be summed up. */
    static Operand number(Walk walk, Field<?> field) {
        if (field instanceof Param) {
            throw Refusals.constantAlone(field);
        }
        Operand operand = number(walk, field, Function.ADD);
        if (!Kinds.isNumber(operand.storage())) {
            throw Refusals.wrongOperand(operand, "a sum or mean", "a column of plain numbers");
        }
        return operand;
    }

    /** A value class that is stored as a number may count in units of its own, so only plain numbers are computed with. */
    private static Operand number(Walk walk, Field<?> field, Function function) {
        if (field instanceof Param<?> param && param.getParamName() != null) {
            return later(walk, param, function);
        }
        if (field instanceof Param<?> param && Literals.required(param, field) instanceof Number constant) {
            return Literals.number(constant, false);
        }
        boolean plain = !(field instanceof Column<?, ?> column) || isOfNumbers(column);
        Operand operand = plain ? walk.operand(field) : walk.path((Column<?, ?>) field);
        Storage storage = operand.storage();
        boolean fits = function == Function.MODULO ? Kinds.isWhole(storage) : Kinds.isNumber(storage);
        if (!plain || (!fits && storage != Scalar.ANY)) {
            throw Refusals.wrongOperand(operand, "arithmetic", "a column of plain numbers, whole ones for a remainder");
        }
        return operand;
    }

    /** The class that a parameter is declared with says of which kind the number will be. */
    private static Value later(Walk walk, Param<?> param, Function function) {
        Type<? extends Number> type = NumberClasses.type(param.getType())
                .orElseThrow(() -> Refusals.laterNumber(param.getParamName(), param.getType()));
        Value kind = new Value(0, type.storage(), false);
        if (function == Function.MODULO && !Kinds.isWhole(type.storage())) {
            throw Refusals.wrongOperand(kind, "a remainder", "a parameter of a class of whole numbers");
        }
        return walk.value(param, param, kind, raw -> number(type, param.getParamName(), raw));
    }

    private static <V extends Number> Value number(Type<V> type, String parameter, Object raw) {
        V number = type.cast(raw) instanceof Cast.Ok<V> ok ? ok.value() : null;
        if (number == null) {
            throw Refusals.noSuchNumber(parameter, type);
        }
        return new Value(type.dump(number), type.storage(), false);
    }

    private static boolean isOfNumbers(Column<?, ?> column) {
        return Number.class.isAssignableFrom(column.type().valueClass())
                || column.type().valueClass() == Object.class;
    }

    static Operand folded(Function function, List<Operand> arguments, Storage storage) {
        Operand.Call call = new Operand.Call(function, arguments, storage);
        if (!arguments.stream().allMatch(argument -> argument instanceof Value value && !LaterValue.is(value))) {
            return call;
        }
        Object value = OperandEvaluator.of(call).valueFor(NO_ROW);
        if (value == null) {
            throw Refusals.functionWithoutValue(call);
        }
        return new Value(value, storage, false);
    }
}
