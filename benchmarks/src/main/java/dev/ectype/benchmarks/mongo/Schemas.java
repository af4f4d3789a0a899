package dev.ectype.benchmarks.mongo;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.bool;
import static dev.ectype.types.Types.float64;
import static dev.ectype.types.Types.instantMicros;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.longInteger;
import static dev.ectype.types.Types.string;

import dev.ectype.changeset.Shape;
import dev.ectype.schema.Schema;

/** The records as schemas. */
final class Schemas {
    static final Items ITEMS = new Items();
    static final Parcels PARCELS = new Parcels();
    static final Baskets BASKETS = new Baskets();

    private Schemas() {}

    static final class Items extends Schema<Item> {
        private Items() {
            super(Item.class, "items");
            field("id", integer(), primaryKey());
            field("name", string());
            field("sku", string());
            field("brand", string());
            field("note", string());
            field("stock", longInteger());
            field("weight", float64());
            field("active", bool());
            field("added", instantMicros());
            field("shelf", integer());
        }
    }

    static final class Parcels extends Schema<Parcel> {
        private Parcels() {
            super(Parcel.class, "parcels");
            field("id", integer(), primaryKey());
            field("carrier", string());
            embedsOne("recipient", Shape.infer(Parcel.Recipient.class));
        }
    }

    static final class Baskets extends Schema<Basket> {
        private Baskets() {
            super(Basket.class, "baskets");
            field("id", integer(), primaryKey());
            embedsMany("lines", Shape.infer(Basket.Line.class));
        }
    }
}
