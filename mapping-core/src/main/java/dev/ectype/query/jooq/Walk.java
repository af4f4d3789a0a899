package dev.ectype.query.jooq;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;

/** One pass over one expression, in one scope. Not safe for use by several threads; made for each translation. */
final class Walk {
    /** Far beyond what anyone writes; long chains of one connective are walked without nesting. */
    static final int MAX_DEPTH = 500;

    private final Scope scope;
    private final Set<String> parameters;
    private int depth;

    Walk(Scope scope) {
        this(scope, new HashSet<>(0));
    }

    private Walk(Scope scope, Set<String> parameters) {
        this.scope = scope;
        this.parameters = parameters;
    }

    /** Returns the names of the parameters that were met. */
    Set<String> parameters() {
        return parameters;
    }

    Scope scope() {
        return scope;
    }

    /** Returns the walk over the elements of a list, as deep as this one. */
    Walk into(Column<?, ?> list) {
        Walk inner = new Walk(scope.elementsOf(list), parameters);
        inner.depth = depth;
        return inner;
    }

    Predicate condition(Condition condition) {
        enter();
        Predicate translated = ConditionRules.of(condition).translate(this, condition);
        depth--;
        return translated;
    }

    /** Translates a column or a function; a constant only as part of a function. */
    Operand operand(Field<?> field) {
        if (field instanceof Column<?, ?> column) {
            return scope.path(column);
        }
        FieldPath result = scope.groups() == null ? null : scope.groups().find(field);
        if (result != null) {
            return result;
        }
        enter();
        Operand translated = OperandRules.of(field).translate(this, field);
        depth--;
        return translated;
    }

    FieldPath path(Column<?, ?> column) {
        return scope.path(column);
    }

    /** Returns a constant in its neutral form, or one that will be made of what is given for a parameter. */
    Value value(Param<?> param, Field<?> comparedWith, Operand operand, Function<Object, Value> making) {
        String name = param.getParamName();
        if (name == null) {
            return making.apply(Literals.required(param, comparedWith));
        }
        parameters.add(name);
        return new Value(new LaterValue(name, making), operand.storage(), Literals.isRedacted(operand));
    }

    Value value(Param<?> param, Field<?> comparedWith, Operand operand) {
        return value(param, comparedWith, operand, raw -> Literals.of(raw, comparedWith, operand));
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw Refusals.tooDeep(MAX_DEPTH);
        }
    }
}
