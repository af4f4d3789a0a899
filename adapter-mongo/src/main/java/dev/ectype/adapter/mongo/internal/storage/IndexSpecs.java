package dev.ectype.adapter.mongo.internal.storage;

import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.spi.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * Declared indexes as the server's specifications. Records without a value never clash here, while the server takes
 * absent values for equal ones: a unique index of one field leaves them out by being sparse, one of several by being
 * partial.
 */
final class IndexSpecs {
    private IndexSpecs() {}

    static List<BsonDocument> of(MongoSource source) {
        List<BsonDocument> specs = new ArrayList<>();
        source.source().indexes().forEach(index -> specs.add(of(source, index)));
        return specs;
    }

    private static BsonDocument of(MongoSource source, Source.Index index) {
        BsonDocument key = new BsonDocument();
        BsonDocument present = new BsonDocument();
        for (String path : source.paths(index)) {
            key.put(path, new BsonInt32(1));
            present.put(path, new BsonDocument("$exists", BsonBoolean.TRUE));
        }
        BsonDocument spec = new BsonDocument("key", key).append("name", new BsonString(index.name()));
        if (index.unique()) {
            spec.append("unique", BsonBoolean.TRUE);
            if (key.size() == 1) {
                spec.append("sparse", BsonBoolean.TRUE);
            } else {
                spec.append("partialFilterExpression", present);
            }
        }
        return spec;
    }

    /** Tells whether an index that is there does what a declared one asks for. */
    static boolean isSame(BsonDocument declared, BsonDocument there) {
        return declared.keySet().stream().allMatch(name -> isSame(name, declared, there))
                && isTrue(declared, "unique") == isTrue(there, "unique");
    }

    private static boolean isSame(String name, BsonDocument declared, BsonDocument there) {
        if (name.equals("key")) {
            return there.isDocument(name)
                    && List.copyOf(declared.getDocument(name).keySet())
                            .equals(List.copyOf(there.getDocument(name).keySet()));
        }
        return Objects.equals(declared.get(name), there.get(name));
    }

    private static boolean isTrue(BsonDocument spec, String name) {
        return spec.isBoolean(name) && spec.getBoolean(name).getValue();
    }
}
