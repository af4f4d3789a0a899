package dev.ectype.query.jooq;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;

/** One pass over one expression, in one scope. Not safe for use by several threads; made for each translation. */
final class Walk {
    /** Far beyond what anyone writes; long chains of one connective are walked without nesting. */
    static final int MAX_DEPTH = 500;

    private final Scope scope;
    private int depth;

    Walk(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** Returns the walk over the elements of a list, as deep as this one. */
    Walk into(Column<?, ?> list) {
        Walk inner = new Walk(scope.elementsOf(list));
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
        enter();
        Operand translated = OperandRules.of(field).translate(this, field);
        depth--;
        return translated;
    }

    FieldPath path(Column<?, ?> column) {
        return scope.path(column);
    }

    Value value(Param<?> param, Field<?> comparedWith, Operand operand) {
        return Literals.of(param, comparedWith, operand);
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw Refusals.tooDeep(MAX_DEPTH);
        }
    }
}
