package dev.ectype.query.condition;

import org.jooq.Context;
import org.jooq.impl.CustomCondition;

/** A condition in a driver's own terms. */
public final class NativeCondition extends CustomCondition {
    private static final long serialVersionUID = 1L;

    private final String store;
    private final transient Object condition;

    NativeCondition(String store, Object condition) {
        this.store = store;
        this.condition = condition;
    }

    /** Returns the name of the store that it is meant for. */
    public String store() {
        return store;
    }

    /** Returns the driver's object. */
    public Object condition() {
        return condition;
    }

    /** Names the store and shows nothing of the condition, which may hold values. */
    @Override
    public void accept(Context<?> context) {
        context.sql("native condition of ").sql(store);
    }
}
