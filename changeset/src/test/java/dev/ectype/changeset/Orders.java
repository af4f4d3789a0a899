package dev.ectype.changeset;

import static dev.ectype.changeset.Addresses.ADDRESS;
import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.FieldOptions.external;
import static dev.ectype.changeset.FieldOptions.onReplace;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.FieldOptions.redacted;
import static dev.ectype.changeset.FieldOptions.virtual;
import static dev.ectype.changeset.rule.Rules.greaterThan;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.date;
import static dev.ectype.types.Types.decimal;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.listOf;
import static dev.ectype.types.Types.string;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Shapes of several kinds of field, for tests. */
final class Orders extends Shape<Orders.Order> {
    record Order(
            String id,
            String title,
            LocalDate from,
            LocalDate until,
            BigDecimal price,
            List<String> tags,
            boolean express,
            String pin,
            Address address,
            List<Item> items) {}

    record Item(Integer id, String name, Integer amount) {}

    static final Items ITEM = new Items();
    static final Orders ORDER = new Orders();

    final Field<Order, String> id = field("id", string(), primaryKey());
    final Field<Order, String> title = field("title", string(), defaultTo("untitled"));
    final Field<Order, LocalDate> from = field("from", date());
    final Field<Order, LocalDate> until = field("until", date(), external("to"));
    final Field<Order, BigDecimal> price = field("price", decimal());
    final Field<Order, List<String>> tags = field("tags", listOf(string()));
    final Field<Order, Boolean> express = field("express", bool(), defaultTo(false));
    final Field<Order, String> pin = field("pin", string(), redacted());
    final Field<Order, String> hint = field("hint", string(), virtual());
    final EmbedsOne<Order, Address> address =
            embedsOne("address", ADDRESS, Addresses::changeset, onReplace(OnReplace.UPDATE));
    final EmbedsMany<Order, Item> items = embedsMany("items", ITEM, Items::changeset, onReplace(OnReplace.DELETE));

    private Orders() {
        super(Order.class);
    }

    static Changeset<Order> changeset(Map<String, ?> params) {
        return changeset(ORDER.change(), params);
    }

    static Changeset<Order> changeset(Changeset<Order> order, Map<String, ?> params) {
        var f = ORDER;
        return order.cast(params, f.title, f.from, f.until, f.price, f.tags, f.express, f.pin, f.hint)
                .castEmbed(f.address)
                .castEmbed(f.items);
    }

    static final class Items extends Shape<Item> {
        final Field<Item, Integer> id = field("id", integer(), primaryKey());
        final Field<Item, String> name = field("name", string());
        final Field<Item, Integer> amount = field("amount", integer());

        private Items() {
            super(Item.class);
        }

        static Changeset<Item> changeset(Changeset<Item> item, Map<String, ?> params) {
            return item.cast(params, ITEM.name, ITEM.amount)
                    .validateRequired(ITEM.name)
                    .validateNumber(ITEM.amount, greaterThan(0));
        }
    }

    static Order order(List<Item> items) {
        return new Order("o1", "Books", null, null, new BigDecimal("9.50"), List.of("a"), false, "1234", null, items);
    }
}
