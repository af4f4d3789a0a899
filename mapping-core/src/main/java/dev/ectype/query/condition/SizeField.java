package dev.ectype.query.condition;

import dev.ectype.schema.Column;
import org.jooq.Context;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The number of elements of a list, set or map, which can be compared with numbers and nothing else. Immutable. */
public final class SizeField extends CustomField<Integer> {
    private static final long serialVersionUID = 1L;

    private final transient Column<?, ?> list;

    SizeField(Column<?, ?> list) {
        super(DSL.name("size"), SQLDataType.INTEGER);
        this.list = list;
    }

    /** Returns the list, set or map. */
    public Column<?, ?> list() {
        return list;
    }

    /** Renders the structure, for a condition that is printed. */
    @Override
    public void accept(Context<?> context) {
        context.sql("size(").visit(list).sql(")");
    }
}
