package dev.ectype.benchmarks.mongo;

import dev.ectype.benchmarks.mongo.Basket.Line;
import dev.ectype.benchmarks.mongo.Parcel.Place;
import dev.ectype.benchmarks.mongo.Parcel.Position;
import dev.ectype.benchmarks.mongo.Parcel.Recipient;
import dev.ectype.schema.Schema;
import java.util.Date;
import java.util.function.Function;
import org.bson.Document;

/** One kind of record with what each way needs to know of it. */
record Kind<T>(
        Class<T> type,
        T sample,
        Schema<T> schema,
        Function<Document, T> fromDocument,
        Function<T, Document> toDocument) {
    static final Kind<Item> ITEM = new Kind<>(Item.class, Item.SAMPLE, Schemas.ITEMS, Kind::itemOf, Kind::documentOf);
    static final Kind<Parcel> PARCEL =
            new Kind<>(Parcel.class, Parcel.SAMPLE, Schemas.PARCELS, Kind::parcelOf, Kind::documentOf);
    static final Kind<Basket> BASKET =
            new Kind<>(Basket.class, Basket.SAMPLE, Schemas.BASKETS, Kind::basketOf, Kind::documentOf);

    private static Item itemOf(Document d) {
        return new Item(
                d.getInteger("_id"),
                d.getString("name"),
                d.getString("sku"),
                d.getString("brand"),
                d.getString("note"),
                d.getLong("stock"),
                d.getDouble("weight"),
                d.getBoolean("active"),
                d.getDate("added").toInstant(),
                d.getInteger("shelf"));
    }

    private static Document documentOf(Item item) {
        return new Document("_id", item.id())
                .append("name", item.name())
                .append("sku", item.sku())
                .append("brand", item.brand())
                .append("note", item.note())
                .append("stock", item.stock())
                .append("weight", item.weight())
                .append("active", item.active())
                .append("added", Date.from(item.added()))
                .append("shelf", item.shelf());
    }

    private static Parcel parcelOf(Document d) {
        Document recipient = d.get("recipient", Document.class);
        Document place = recipient.get("place", Document.class);
        Document position = place.get("position", Document.class);
        return new Parcel(
                d.getInteger("_id"),
                d.getString("carrier"),
                new Recipient(
                        recipient.getString("name"),
                        recipient.getString("mail"),
                        new Place(
                                place.getString("street"),
                                place.getString("city"),
                                new Position(position.getDouble("latitude"), position.getDouble("longitude")))));
    }

    private static Document documentOf(Parcel parcel) {
        Place place = parcel.recipient().place();
        Document position = new Document("latitude", place.position().latitude())
                .append("longitude", place.position().longitude());
        Document recipient = new Document("name", parcel.recipient().name())
                .append("mail", parcel.recipient().mail())
                .append(
                        "place",
                        new Document("street", place.street())
                                .append("city", place.city())
                                .append("position", position));
        return new Document("_id", parcel.id())
                .append("carrier", parcel.carrier())
                .append("recipient", recipient);
    }

    private static Basket basketOf(Document d) {
        return new Basket(
                d.getInteger("_id"),
                d.getList("lines", Document.class).stream()
                        .map(line ->
                                new Line(line.getString("sku"), line.getInteger("quantity"), line.getDouble("price")))
                        .toList());
    }

    private static Document documentOf(Basket basket) {
        return new Document("_id", basket.id())
                .append(
                        "lines",
                        basket.lines().stream()
                                .map(line -> new Document("sku", line.sku())
                                        .append("quantity", line.quantity())
                                        .append("price", line.price()))
                                .toList());
    }
}
