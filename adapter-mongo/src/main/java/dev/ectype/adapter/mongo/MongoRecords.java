package dev.ectype.adapter.mongo;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * The driver's codec of a schema's records: the documents are those that the adapter reads and writes, without a document
 * in between. Safe for use by several threads.
 *
 * @param <R> the record
 */
public final class MongoRecords<R> implements Codec<R> {
    private final MongoSource source;
    private final Codec<Row> rows;
    private final Class<R> type;
    private final Function<Row, R> load;
    private final Function<R, Row> dump;

    MongoRecords(MongoSource source, Class<R> type, Function<Row, R> load, Function<R, Row> dump) {
        this.source = source;
        this.rows = source.registry().get(Row.class);
        this.type = type;
        this.load = load;
        this.dump = dump;
    }

    /**
     * Returns the codec of a source, for a registry of the caller's own.
     *
     * @param load makes a record of a row, as a schema's {@code load} does
     * @param dump makes a row of a record, as a schema's {@code dump} does
     */
    public static <R> MongoRecords<R> of(
            Source source, MongoOptions options, Class<R> type, Function<Row, R> load, Function<R, Row> dump) {
        return new MongoRecords<>(Sources.with(options).of(source), type, load, dump);
    }

    @Override
    public R decode(BsonReader reader, DecoderContext context) {
        return load.apply(rows.decode(reader, context));
    }

    /**
     * Writes a record.
     *
     * @throws dev.ectype.error.MappingException if MongoDB has no place for one of its values
     */
    @Override
    public void encode(BsonWriter writer, R value, EncoderContext context) {
        try {
            rows.encode(writer, dump.apply(value), context);
        } catch (Unstorable unstorable) {
            throw unstorable.toMappingException(source.source().toString());
        }
    }

    @Override
    public Class<R> getEncoderClass() {
        return type;
    }
}
