package dev.ectype.adapter.mongo.internal.call;

import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Row;
import java.util.Map;
import org.bson.types.ObjectId;

/** Makes the primary keys that are object ids and have no value yet. */
final class NewKeys {
    private NewKeys() {}

    static Row withKey(MongoSource source, Row row) {
        Row complete = row;
        for (int slot : source.source().key()) {
            if (row.get(slot) == null) {
                complete = complete.with(slot, make(source, slot));
            }
        }
        return complete;
    }

    private static String make(MongoSource source, int slot) {
        var field = source.source().layout().slot(slot);
        if (!source.texts().objectIds().contains(field.source())) {
            throw new MappingException(
                    MappingException.Kind.USAGE,
                    "a row needs its primary key before it is inserted: let the field generate it, or store it as an"
                            + " object id, which is made here",
                    Map.of("store", "MongoDB", "source", source.source().toString(), "field", field.name()));
        }
        return new ObjectId().toHexString();
    }
}
