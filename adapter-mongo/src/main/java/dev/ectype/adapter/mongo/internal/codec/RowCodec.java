package dev.ectype.adapter.mongo.internal.codec;

import dev.ectype.types.stored.Row;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** The driver's way to a {@link RowFormat}: rows of one collection are its documents. */
public final class RowCodec implements Codec<Row>, CodecProvider {
    private final RowFormat format;

    /** Creates the codec. */
    public RowCodec(RowFormat format) {
        this.format = format;
    }

    /** Returns the format. */
    public RowFormat format() {
        return format;
    }

    @Override
    public Row decode(BsonReader reader, DecoderContext context) {
        return format.read(reader);
    }

    @Override
    public void encode(BsonWriter writer, Row row, EncoderContext context) {
        writer.writeStartDocument();
        format.writeFields(Sink.inside(writer), row);
        writer.writeEndDocument();
    }

    @Override
    public Class<Row> getEncoderClass() {
        return Row.class;
    }

    @SuppressWarnings("unchecked") // the class was compared
    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return type == Row.class ? (Codec<T>) this : null;
    }
}
