package dev.ectype.examples.writing;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Field;
import dev.ectype.changeset.Shape;
import dev.ectype.schema.Column;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.Schema;
import java.util.Map;

/** The baskets of a shop. */
public final class Baskets extends Schema<Basket> {
    public static final Baskets BASKETS = new Baskets();
    public final Column<Basket, Integer> id = field("id", integer(), primaryKey());
    public final EmbedsMany<Basket, Basket.Item> items = embedsMany("items", Items.ITEM, Items::changeset);

    private Baskets() {
        super(Basket.class, "baskets");
    }

    /** Casts a basket with its items. */
    public static Changeset<Basket> changeset(Map<String, ?> params) {
        return BASKETS.cast(params, BASKETS.id).castEmbed(BASKETS.items);
    }

    /** The items in a basket. */
    public static final class Items extends Shape<Basket.Item> {
        public static final Items ITEM = new Items();
        public final Field<Basket.Item, String> sku = field("sku", string());
        public final Field<Basket.Item, String> state = field("state", string());

        private Items() {
            super(Basket.Item.class);
        }

        static Changeset<Basket.Item> changeset(Changeset<Basket.Item> item, Map<String, ?> params) {
            return item.cast(params, ITEM.sku, ITEM.state);
        }
    }
}
