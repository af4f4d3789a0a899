package dev.ectype.query.eval;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Operand.Function;
import dev.ectype.query.ir.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Prepares operands for evaluation. A function of a value of the wrong kind is null. */
final class OperandCompiler implements Operand.Visitor<Expression> {
    private static final OperandCompiler INSTANCE = new OperandCompiler();

    private OperandCompiler() {}

    static Expression compile(Operand operand) {
        return operand.accept(INSTANCE);
    }

    @Override
    public Expression field(FieldPath field) {
        return Steps.along(field);
    }

    @Override
    public Expression value(Value value) {
        Object constant = value.value();
        return root -> constant;
    }

    @Override
    public Expression call(Operand.Call call) {
        List<Expression> arguments =
                call.arguments().stream().map(OperandCompiler::compile).toList();
        return switch (call.function()) {
            case LOWER -> ofText(arguments.get(0), text -> text.toLowerCase(Locale.ROOT));
            case UPPER -> ofText(arguments.get(0), text -> text.toUpperCase(Locale.ROOT));
            case LENGTH -> length(arguments.get(0));
            case COALESCE -> coalesce(arguments.toArray(new Expression[0]));
            case NEGATE -> arithmetic(call, Function.SUBTRACT, root -> 0, arguments.get(0));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
                arithmetic(call, call.function(), arguments.get(0), arguments.get(1));
        };
    }

    private static Expression ofText(Expression argument, UnaryOperator<String> function) {
        return root -> argument.of(root) instanceof String text ? function.apply(text) : null;
    }

    private static Expression length(Expression argument) {
        return root -> argument.of(root) instanceof String text ? (Object) text.codePointCount(0, text.length()) : null;
    }

    private static Expression coalesce(Expression[] arguments) {
        return root -> {
            for (Expression argument : arguments) {
                Object value = argument.of(root);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }

    private static Expression arithmetic(Operand.Call call, Function function, Expression left, Expression right) {
        return root -> {
            if (!(left.of(root) instanceof Number l) || !(right.of(root) instanceof Number r)) {
                return null;
            }
            Number result = Arithmetic.apply(function, l, r);
            return result == null ? null : Arithmetic.in(call.storage(), result);
        };
    }
}
