package dev.ectype.types;

import dev.ectype.types.id.Uuids;
import dev.ectype.types.stored.Storage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** UUIDs, their text with hyphens in either case, and any sixteen bytes. */
final class UuidType extends ScalarType<UUID> {
    static final Type<UUID> PLAIN = new UuidType();
    private static final int BYTES = 16;
    private static final int TEXT = 36;

    private UuidType() {
        super("uuid", UUID.class, Storage.Scalar.UUID);
    }

    @Override
    public Cast<UUID> cast(Object input) {
        if (input instanceof UUID uuid) {
            return Cast.ok(uuid);
        }
        if (input instanceof String text) {
            return okOrFailed(text.length() == TEXT ? parse(text) : fromBytesOf(text));
        }
        return input instanceof byte[] bytes ? okOrFailed(fromBytes(bytes)) : Cast.failed();
    }

    @Override
    public Optional<Supplier<UUID>> generator() {
        return Optional.of(Uuids::v4);
    }

    @Override
    public UUID load(Object stored) {
        return loaded(stored instanceof UUID uuid ? uuid : null, "a UUID", stored);
    }

    // Ecto does not tell text from bytes, so sixteen bytes of text are a UUID there as well.
    private static @Nullable UUID fromBytesOf(String text) {
        return text.length() > BYTES ? null : fromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable UUID fromBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static @Nullable UUID parse(String text) {
        for (int i = 0; i < TEXT; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
                return null;
            }
        }
        return UUID.fromString(text);
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }
}
