package dev.ectype.query.condition;

import dev.ectype.schema.Column;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.impl.CustomCondition;

/** A condition that one element of a list or set has to meet. Immutable. */
public final class AnyElementCondition extends CustomCondition {
    private static final long serialVersionUID = 1L;

    private final transient Column<?, ?> list;
    private final Condition condition;

    AnyElementCondition(Column<?, ?> list, Condition condition) {
        this.list = list;
        this.condition = condition;
    }

    /** Returns the list or set. */
    public Column<?, ?> list() {
        return list;
    }

    /** Returns the condition on columns of the element. */
    public Condition condition() {
        return condition;
    }

    /** Renders the structure, for a condition that is printed. */
    @Override
    public void accept(Context<?> context) {
        context.sql("any of ").visit(list).sql(" has (").visit(condition).sql(")");
    }
}
