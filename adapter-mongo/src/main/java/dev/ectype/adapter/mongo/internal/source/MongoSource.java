package dev.ectype.adapter.mongo.internal.source;

import dev.ectype.adapter.mongo.internal.codec.Formats;
import dev.ectype.adapter.mongo.internal.codec.MapKeys;
import dev.ectype.adapter.mongo.internal.codec.RowCodec;
import dev.ectype.adapter.mongo.internal.codec.RowFormat;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A source with what was derived from it. Immutable.
 *
 * @param source the source
 * @param format how its rows are stored
 * @param formats the formats of values
 * @param texts which texts are stored as something else
 * @param registry the driver's codecs, with one for the rows
 * @param indexes the specifications of the indexes that only this store has
 */
public record MongoSource(
        Source source,
        RowFormat format,
        Formats formats,
        StoredTexts texts,
        CodecRegistry registry,
        List<BsonDocument> indexes) {
    /** The name under which every collection stores its primary key. */
    public static final String ID = "_id";

    /** Copies the collections. */
    public MongoSource {
        indexes = List.copyOf(indexes);
    }

    /** Derives what is needed. */
    public static MongoSource of(Source source, Formats formats, StoredTexts texts, CodecRegistry drivers) {
        RowFormat format = formats.root(source.layout(), source.key(), texts);
        CodecRegistry registry =
                CodecRegistries.fromRegistries(CodecRegistries.fromProviders(new RowCodec(format)), drivers);
        return new MongoSource(source, format, formats, texts, registry, List.of());
    }

    /** Returns the same with indexes that only this store has. */
    public MongoSource withIndexes(List<BsonDocument> specifications) {
        return new MongoSource(source, format, formats, texts, registry, specifications);
    }

    /** Tells whether the words of some fields are indexed. */
    public boolean hasTextIndex() {
        return indexes.stream().anyMatch(index -> index.containsKey("weights"));
    }

    /** Returns the scope of the paths that begin at a row. */
    public Scope scope() {
        return Scope.ofRows(this);
    }

    /** Returns the stored key of a row; empty if the row has none. */
    public Optional<BsonValue> keyOf(Row row) {
        List<Object> values =
                source.key().stream().map(row::get).filter(v -> v != null).toList();
        return values.isEmpty() || values.size() < source.key().size() ? Optional.empty() : Optional.of(key(values));
    }

    /** Returns the stored form of a key. */
    public BsonValue key(List<Object> values) {
        List<Integer> slots = source.key();
        if (slots.size() == 1) {
            return format.format(slots.get(0)).toBson(values.get(0));
        }
        BsonDocument key = new BsonDocument();
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.get(i);
            key.put(
                    MapKeys.escape(source.layout().slot(slot).source()),
                    format.format(slot).toBson(values.get(i)));
        }
        return key;
    }

    /** Returns the projection of some slots; empty for all, since fields without a slot are rare and passed over. */
    public BsonDocument projection(List<Integer> slots) {
        BsonDocument projection = new BsonDocument();
        if (slots.size() == source.layout().size()) {
            return projection;
        }
        projection.put(ID, new BsonInt32(0));
        for (int slot : slots) {
            projection.put(isKey(slot) ? ID : format.path(slot), new BsonInt32(1));
        }
        return projection;
    }

    /** Tells whether a slot is a part of the primary key. */
    public boolean isKey(int slot) {
        return source.key().contains(slot);
    }

    /** Returns the stored paths of a declared index, in its order. */
    public List<String> paths(Source.Index index) {
        return index.fields().stream().map(this::path).toList();
    }

    /** Returns the stored path of a field. */
    public String path(FieldPath field) {
        return scope().path(field);
    }
}
