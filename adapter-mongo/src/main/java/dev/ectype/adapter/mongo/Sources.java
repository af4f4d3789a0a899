package dev.ectype.adapter.mongo;

import com.mongodb.MongoClientSettings;
import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** What was derived from the sources that an adapter was asked about, each once. Safe for use by several threads. */
final class Sources {
    private final Formats formats;
    private final CodecRegistry drivers;
    private final Map<Identity, MongoSource> known = new ConcurrentHashMap<>();

    private Sources(Formats formats, CodecRegistry drivers) {
        this.formats = formats;
        this.drivers = drivers;
    }

    static Sources with(MongoOptions options) {
        return new Sources(new Formats(options.finerTimes().toPolicy()), MongoClientSettings.getDefaultCodecRegistry());
    }

    MongoSource of(Source source) {
        return known.computeIfAbsent(new Identity(source), key -> derive(source));
    }

    private MongoSource derive(Source source) {
        MongoFields fields = source.hints().stream()
                .filter(MongoFields.class::isInstance)
                .map(MongoFields.class::cast)
                .reduce(MongoFields.NONE, MongoFields::and);
        requireStored(source, fields.objectIds());
        requireStored(source, fields.regularExpressions());
        List<BsonDocument> indexes = source.hints().stream()
                .filter(MongoIndex.class::isInstance)
                .map(hint -> ((MongoIndex) hint).toSpecification())
                .toList();
        return MongoSource.of(source, formats, stored(fields), drivers).withIndexes(indexes);
    }

    private static void requireStored(Source source, Set<String> names) {
        for (String name : names) {
            if (source.layout().indexOfSource(name) < 0) {
                throw new MappingException(
                        MappingException.Kind.USAGE,
                        "a hint names a field that the source does not have: name it as it is stored, and not one of an"
                                + " embedded record",
                        Map.of("store", "MongoDB", "source", source, "field", name));
            }
        }
    }

    private static StoredTexts stored(MongoFields fields) {
        return new StoredTexts(fields.objectIds(), fields.regularExpressions());
    }

    /** A source as a key: the same object for every call, so that its parts need not be compared. */
    private record Identity(Source source) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the same object is what is asked for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && that.source == source;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(source);
        }
    }
}
