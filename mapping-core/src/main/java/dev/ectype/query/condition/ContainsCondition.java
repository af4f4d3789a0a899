package dev.ectype.query.condition;

import dev.ectype.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jooq.Context;
import org.jooq.impl.CustomCondition;

/** A test for members of a list or set. Immutable. */
public final class ContainsCondition extends CustomCondition {
    private static final long serialVersionUID = 1L;

    private final transient Column<?, ?> list;
    private final transient List<Object> values;
    private final boolean all;

    ContainsCondition(Column<?, ?> list, Collection<?> values, boolean all) {
        this.list = list;
        this.values = Collections.unmodifiableList(new ArrayList<>(values));
        this.all = all;
    }

    /** Returns the list or set. */
    public Column<?, ?> list() {
        return list;
    }

    /** Returns the wanted members as the user gave them; exactly one unless {@link #isForAll}. */
    public List<Object> values() {
        return values;
    }

    /** Tells whether any number of members is wanted. */
    public boolean isForAll() {
        return all;
    }

    /** Renders the structure without the values, for a condition that is printed. */
    @Override
    public void accept(Context<?> context) {
        context.visit(list).sql(all ? " contains all of " + values.size() + " values" : " contains ?");
    }
}
