package dev.ectype.benchmarks.mongo;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** What the driver does with a codec for one document of a reply or a request. */
record Bytes<T>(Codec<T> codec) implements Mapper<T> {
    private static final DecoderContext DECODING = DecoderContext.builder().build();
    private static final EncoderContext ENCODING =
            EncoderContext.builder().isEncodingCollectibleDocument(true).build();

    @Override
    public T read(byte[] bytes) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            return codec.decode(reader, DECODING);
        }
    }

    @Override
    public byte[] write(T value) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, value, ENCODING);
            return buffer.toByteArray();
        }
    }
}
