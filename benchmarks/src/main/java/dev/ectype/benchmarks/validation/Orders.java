package dev.ectype.benchmarks.validation;

import static dev.ectype.changeset.rule.Rules.greaterThanOrEqualTo;
import static dev.ectype.changeset.rule.Rules.min;
import static dev.ectype.changeset.rule.Rules.oneOf;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.EmbedsMany;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.rule.Format;
import dev.ectype.changeset.rule.Length;
import dev.ectype.changeset.rule.Membership;
import dev.ectype.changeset.rule.NumberRule;
import java.lang.invoke.MethodHandles;
import java.util.Map;

/** The shape of an {@link Order}, and of what it holds. */
final class Orders extends Shape<Order> {
    static final Orders ORDER = new Orders();

    private static final Length REFERENCE = min(1).max(20);
    private static final Format EMAIL = Format.of(Terms.EMAIL);

    final Field<Order, String> reference = field("reference", string());
    final Field<Order, String> email = field("email", string());
    final EmbedsMany<Order, Order.Parcel> parcels = embedsMany("parcels", Parcels.PARCEL, Parcels::changeset);

    private Orders() {
        super(MethodHandles.lookup(), Order.class);
    }

    static Changeset<Order> changeset(Map<String, ?> params) {
        Orders f = ORDER;
        return f.cast(params, f.reference, f.email)
                .castEmbed(f.parcels)
                .validateRequired(f.reference, f.email)
                .validateLength(f.reference, REFERENCE)
                .validateFormat(f.email, EMAIL);
    }

    /** The shape of a parcel. */
    static final class Parcels extends Shape<Order.Parcel> {
        static final Parcels PARCEL = new Parcels();

        private static final Membership<String> CARRIER = oneOf(Terms.CARRIERS);
        private static final NumberRule GRAMS = greaterThanOrEqualTo(1);

        final Field<Order.Parcel, String> carrier = field("carrier", string());
        final Field<Order.Parcel, Integer> grams = field("grams", integer());
        final EmbedsMany<Order.Parcel, Order.Item> items = embedsMany("items", Items.ITEM, Items::changeset);

        private Parcels() {
            super(MethodHandles.lookup(), Order.Parcel.class);
        }

        static Changeset<Order.Parcel> changeset(Changeset<Order.Parcel> parcel, Map<String, ?> params) {
            Parcels f = PARCEL;
            return parcel.cast(params, f.carrier, f.grams)
                    .castEmbed(f.items)
                    .validateRequired(f.carrier, f.grams)
                    .validateInclusion(f.carrier, CARRIER)
                    .validateNumber(f.grams, GRAMS);
        }
    }

    /** The shape of an item. */
    static final class Items extends Shape<Order.Item> {
        static final Items ITEM = new Items();

        private static final Format SKU = Format.of(Terms.SKU);
        private static final NumberRule QUANTITY = greaterThanOrEqualTo(1).lessThanOrEqualTo(100);

        final Field<Order.Item, String> sku = field("sku", string());
        final Field<Order.Item, Integer> quantity = field("quantity", integer());

        private Items() {
            super(MethodHandles.lookup(), Order.Item.class);
        }

        static Changeset<Order.Item> changeset(Changeset<Order.Item> item, Map<String, ?> params) {
            Items f = ITEM;
            return item.cast(params, f.sku, f.quantity)
                    .validateRequired(f.sku, f.quantity)
                    .validateFormat(f.sku, SKU)
                    .validateNumber(f.quantity, QUANTITY);
        }
    }
}
