package dev.ectype.adapter.mongo.internal.storage;

import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.MapKeys;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * The {@code $jsonSchema} of a source: the BSON type of every field, absent fields allowed. What other programs may store
 * for the same number is allowed too, and fields that no slot has.
 */
final class Validators {
    private static final int MOST_LEVELS = 8;
    private static final BsonString STRICT = new BsonString("strict");
    private static final BsonString ERROR = new BsonString("error");

    private final Formats formats;

    private Validators(Formats formats) {
        this.formats = formats;
    }

    static BsonDocument of(MongoSource source) {
        return new Validators(source.formats()).validator(source);
    }

    /** Tells whether a collection, as the server lists it, rejects every document that does not meet the schema. */
    static boolean isEnforced(MongoSource source, BsonDocument collection) {
        BsonDocument options = collection.getDocument("options", new BsonDocument());
        return of(source).equals(options.get("validator"))
                && options.getString("validationLevel", STRICT).equals(STRICT)
                && options.getString("validationAction", ERROR).equals(ERROR);
    }

    private BsonDocument validator(MongoSource source) {
        BsonDocument properties = new BsonDocument();
        Layout layout = source.source().layout();
        for (int slot = 0; slot < layout.size(); slot++) {
            Layout.Slot field = layout.slot(slot);
            if (!source.isKey(slot)) {
                properties.put(source.format().path(slot), stored(source, field));
            }
        }
        BsonDocument schema = types("object").append("properties", properties);
        return new BsonDocument("$jsonSchema", schema);
    }

    private BsonDocument stored(MongoSource source, Layout.Slot field) {
        if (source.texts().patterns().contains(field.source())) {
            return types("regex");
        }
        return source.texts().objectIds().contains(field.source())
                ? objectIds(field.storage())
                : schema(field.storage(), 0);
    }

    private static BsonDocument objectIds(Storage storage) {
        return storage instanceof Storage.ListOf
                ? types("array").append("items", types("objectId", "null"))
                : types("objectId");
    }

    private BsonDocument schema(Storage storage, int level) {
        if (storage instanceof Scalar scalar) {
            return scalar(scalar);
        }
        if (storage instanceof Storage.ListOf list) {
            return types("array").append("items", nullable(schema(list.element(), level + 1)));
        }
        if (storage instanceof Storage.SetOf set) {
            return types("array").append("items", schema(set.element(), level + 1));
        }
        return storage instanceof Storage.Embedded embedded && level < MOST_LEVELS
                ? record(embedded.layout().get(), level)
                : types("object");
    }

    private BsonDocument record(Layout layout, int level) {
        BsonDocument properties = new BsonDocument();
        layout.slots()
                .forEach(slot ->
                        properties.put(MapKeys.escape(slot.source()), nullable(schema(slot.storage(), level + 1))));
        return types("object").append("properties", properties);
    }

    private static BsonDocument nullable(BsonDocument schema) {
        if (schema.containsKey("bsonType")) {
            schema.getArray("bsonType").add(new BsonString("null"));
        }
        return schema;
    }

    private BsonDocument scalar(Scalar scalar) {
        return switch (scalar) {
            case TEXT -> types("string");
            case INT32, INT64, INTEGER, FLOAT64, DECIMAL -> types("int", "long", "double", "decimal");
            case BOOLEAN -> types("bool");
            // A date is stored as one in any case, and what was stored before the policy changed is read as well.
            case DATE, DATE_TIME, INSTANT -> Moments.areDates(formats, scalar) ? types("date") : types("long", "date");
            case TIME -> types("long");
            case DURATION -> types("decimal");
            case UUID, BINARY -> types("binData");
            case ANY -> new BsonDocument();
        };
    }

    private static BsonDocument types(String... names) {
        BsonArray types = new BsonArray();
        List.of(names).forEach(name -> types.add(new BsonString(name)));
        return new BsonDocument("bsonType", types);
    }
}
