package dev.ectype.examples.directory.web.listing;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import org.jooq.OrderField;

/** The orders in which people are listed. */
public enum ListOrder {
    /** By name. */
    NAME("name", PEOPLE.name.asc()),
    /** By name, from the last one on. */
    NAME_DOWN("-name", PEOPLE.name.desc()),
    /** By age, the youngest first. */
    AGE("age", PEOPLE.age.asc()),
    /** By age, the oldest first. */
    AGE_DOWN("-age", PEOPLE.age.desc()),
    /** By when they joined. */
    JOINED("joined", PEOPLE.joined.asc()),
    /** By when they joined, the newest first. */
    JOINED_DOWN("-joined", PEOPLE.joined.desc());

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // jOOQ's fields do not change
    private final OrderField<?> key;

    ListOrder(String code, OrderField<?> key) {
        this.code = code;
        this.key = key;
    }

    /** Returns the word for it in addresses. */
    public String code() {
        return code;
    }

    /** Returns what is ordered by. */
    OrderField<?> key() {
        return key;
    }

    /** Returns the order that a click on a column's title asks for: this column's, or the other way round. */
    public static ListOrder clicked(String column, ListOrder current) {
        return of(current.code.equals(column) ? "-" + column : column);
    }

    private static ListOrder of(String code) {
        for (ListOrder order : values()) {
            if (order.code.equals(code)) {
                return order;
            }
        }
        throw new IllegalArgumentException("there is no order '" + code + "'");
    }
}
