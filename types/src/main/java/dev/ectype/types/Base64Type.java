package dev.ectype.types;

import dev.ectype.types.stored.Storage;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes that come from outside as base64 text. */
final class Base64Type extends ScalarType<byte[]> {
    static final Type<byte[]> PLAIN = new Base64Type();

    private Base64Type() {
        super("base64", byte[].class, Storage.Scalar.BINARY);
    }

    @Override
    public Cast<byte[]> cast(Object input) {
        if (input instanceof byte[] bytes) {
            return Cast.ok(bytes.clone());
        }
        return input instanceof String text ? okOrFailed(decode(text)) : Cast.failed();
    }

    @Override
    public byte[] load(Object stored) {
        return loaded(stored instanceof byte[] bytes ? bytes : null, "bytes", stored);
    }

    @Override
    public boolean equal(byte[] left, byte[] right) {
        return Arrays.equals(left, right);
    }

    private static byte @Nullable [] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
