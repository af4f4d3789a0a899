package dev.ectype.query.jooq;

import dev.ectype.query.ir.Value;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Stands in a {@link Value} for one that is given later under a name. It never leaves the query front: a query runs only
 * when all of its parameters are bound.
 *
 * @param name the parameter
 * @param making casts what is given, by the type of what it is compared with
 */
record LaterValue(String name, Function<Object, Value> making) {

    static boolean is(Value value) {
        return value.value() instanceof LaterValue;
    }

    /** Returns the changed value, or one that will be changed when it is there. */
    static Value mapped(Value value, UnaryOperator<Value> change) {
        return value.value() instanceof LaterValue later
                ? new Value(new LaterValue(later.name, later.making.andThen(change)), value.storage(), value.redacted())
                : change.apply(value);
    }
}
