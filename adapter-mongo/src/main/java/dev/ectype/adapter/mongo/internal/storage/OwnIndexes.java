package dev.ectype.adapter.mongo.internal.storage;

import dev.ectype.adapter.mongo.internal.codec.MapKeys;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The indexes that only this store has: words and expiry, held against the fields that they are about. */
final class OwnIndexes {
    static final String EXPIRY = "expireAfterSeconds";
    static final String WEIGHTS = "weights";
    static final String LANGUAGE = "default_language";
    private static final BsonString ENGLISH = new BsonString("english");

    private OwnIndexes() {}

    /**
     * Returns a specification that fits its source.
     *
     * @throws MappingException if a field is not there, or cannot have such an index
     */
    static BsonDocument checked(MongoSource source, BsonDocument specification) {
        for (String path : specification.getDocument("key").keySet()) {
            Storage storage =
                    storage(source, path).orElseThrow(() -> refused(source, path, "no field is stored there"));
            if (specification.containsKey(EXPIRY) && !Moments.areDates(source.formats(), storage)) {
                throw refused(
                        source, path, "only what is stored as a BSON date expires; FinerTimes.KEEP stores numbers");
            }
            if (specification.containsKey(WEIGHTS) && !hasWords(storage)) {
                throw refused(source, path, "only texts and lists of texts have words");
            }
        }
        return specification;
    }

    private static Optional<Storage> storage(MongoSource source, String path) {
        Layout layout = source.source().layout();
        String[] names = path.split("\\.", -1);
        Optional<Storage> found = IntStream.range(0, layout.size())
                .filter(slot -> source.format().path(slot).equals(names[0]))
                .mapToObj(slot -> layout.slot(slot).storage())
                .findFirst();
        for (int i = 1; i < names.length; i++) {
            String name = names[i];
            found = found.flatMap(storage -> inside(storage, name));
        }
        return found;
    }

    private static Optional<Storage> inside(Storage storage, String name) {
        if (storage instanceof Storage.ListOf list) {
            return inside(list.element(), name);
        }
        return storage instanceof Storage.Embedded embedded
                ? embedded.layout().get().slots().stream()
                        .filter(slot -> MapKeys.escape(slot.source()).equals(name))
                        .findFirst()
                        .map(Layout.Slot::storage)
                : Optional.empty();
    }

    private static boolean hasWords(Storage storage) {
        return storage == Storage.Scalar.TEXT
                || (storage instanceof Storage.ListOf list && hasWords(list.element()))
                || (storage instanceof Storage.SetOf set && hasWords(set.element()));
    }

    /** Returns the language whose words an index knows; a server says its own default where none was asked for. */
    static String language(BsonDocument index) {
        return index.getString(LANGUAGE, ENGLISH).getValue();
    }

    /** Compares numbers by value: the server answers with types of its own choice. */
    static boolean isSame(@Nullable BsonValue declared, @Nullable BsonValue there) {
        if (declared instanceof BsonDocument weights) {
            return there instanceof BsonDocument others
                    && others.keySet().equals(weights.keySet())
                    && weights.keySet().stream().allMatch(field -> isSame(weights.get(field), others.get(field)));
        }
        return declared != null
                && there != null
                && declared.isNumber()
                && there.isNumber()
                && declared.asNumber().longValue() == there.asNumber().longValue();
    }

    private static MappingException refused(MongoSource source, String path, String why) {
        return new MappingException(
                MappingException.Kind.USAGE,
                "this index cannot be made: " + why,
                Map.of("store", "MongoDB", "source", source.source(), "field", path));
    }
}
