package dev.ectype.query.condition;

import dev.ectype.schema.Column;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Conditions on lists, sets and maps, and conditions in a store's own terms. */
public final class Conditions {
    private Conditions() {}

    /** True if the list or set has the value among its elements; unknown if it is null. */
    public static <E> Condition contains(Column<?, ? extends Collection<E>> list, E value) {
        return new ContainsCondition(list, List.of(value), false);
    }

    /** True if the list or set has every one of the values; unknown if it is null. */
    public static <E> Condition containsAll(Column<?, ? extends Collection<E>> list, Collection<? extends E> values) {
        return new ContainsCondition(list, values, true);
    }

    /**
     * True if one element alone meets the whole condition, false if none does; unknown if the list is null.
     *
     * @param condition a condition on columns of the element: {@code list.element(field)} of embedded records, {@code
     *     list.element()} of plain values
     */
    public static Condition anyElement(Column<?, ? extends Collection<?>> list, Condition condition) {
        return new AnyElementCondition(list, condition);
    }

    /**
     * True if no element fails the condition, so for an empty list as well; unknown if the list is null. An element for
     * which the condition is unknown does not fail it.
     *
     * @param condition a condition on columns of the element, as in {@link #anyElement}
     */
    public static Condition everyElement(Column<?, ? extends Collection<?>> list, Condition condition) {
        return DSL.not(anyElement(list, DSL.not(condition)));
    }

    /** Returns the number of elements of a list, set or map, to be compared with a number; unknown if it is null. */
    public static SizeField size(Column<?, ?> list) {
        return new SizeField(list);
    }

    /**
     * A condition in a driver's own terms, which only the adapter of that store understands.
     *
     * @param store the adapter's name for its store, such as {@code MongoDB}
     * @param condition the driver's object
     */
    public static Condition nativeCondition(String store, Object condition) {
        return new NativeCondition(store, condition);
    }
}
