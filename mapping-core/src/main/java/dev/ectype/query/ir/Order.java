package dev.ectype.query.ir;

/**
 * One key of an order.
 *
 * @param operand what is ordered by
 * @param descending whether the greatest comes first
 * @param nullsFirst whether rows without a value come first; unless the user says otherwise null is the lowest value
 */
public record Order(Operand operand, boolean descending, boolean nullsFirst) {

    /** Returns the ascending order, nulls first. */
    public static Order ascending(Operand operand) {
        return new Order(operand, false, true);
    }

    /** Returns the descending order, nulls last. */
    public static Order descending(Operand operand) {
        return new Order(operand, true, false);
    }

    /** Returns the opposite order. */
    public Order reversed() {
        return new Order(operand, !descending, !nullsFirst);
    }

    /** Tells whether nulls stand where the lowest value would. */
    public boolean nullsAreLowest() {
        return nullsFirst != descending;
    }

    @Override
    public String toString() {
        String direction = operand + (descending ? " desc" : " asc");
        return nullsAreLowest() ? direction : direction + (nullsFirst ? " nulls first" : " nulls last");
    }
}
