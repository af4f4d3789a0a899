package dev.ectype.repo.page;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that become more. */
final class ByteWriter {
    private byte[] bytes = new byte[64];
    private int size;

    void put(byte value) {
        put(new byte[] {value});
    }

    void putInt(int value) {
        put(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    void put(byte[] more) {
        if (size + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more.length));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
