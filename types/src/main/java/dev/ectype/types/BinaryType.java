package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes; text counts as its UTF-8 bytes. Arrays from outside are copied, so that nobody changes them afterwards. */
final class BinaryType extends ScalarType<byte[]> {
    static final Type<byte[]> PLAIN = new BinaryType();

    private BinaryType() {
        super("binary", byte[].class, Storage.Scalar.BINARY);
    }

    @Override
    public Cast<byte[]> cast(Object input) {
        if (input instanceof byte[] bytes) {
            return Cast.ok(bytes.clone());
        }
        if (input instanceof String text) {
            return Cast.ok(text.getBytes(StandardCharsets.UTF_8));
        }
        return input instanceof ByteBuffer buffer ? Cast.ok(copy(buffer)) : Cast.failed();
    }

    @Override
    public byte[] load(Object stored) {
        return loaded(stored instanceof byte[] bytes ? bytes : null, "bytes", stored);
    }

    @Override
    public boolean equal(byte[] left, byte[] right) {
        return Arrays.equals(left, right);
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
