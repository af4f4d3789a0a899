package dev.ectype.repo.page;

import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes neutral values as a tag and a text, and reads them. */
final class CursorValues {
    private static final byte NULL = -1;

    /** A text with half of a surrogate pair, for which UTF-8 has no bytes. */
    private static final byte UNITS = -2;

    /** The tag of a kind is its place in this list, so new kinds go to the end. */
    private static final List<Kind> KINDS = List.of(
            new Kind(Scalar.TEXT, String.class, text -> text),
            new Kind(Scalar.INT32, Integer.class, Integer::valueOf),
            new Kind(Scalar.INT64, Long.class, Long::valueOf),
            new Kind(Scalar.INTEGER, BigInteger.class, BigInteger::new),
            new Kind(Scalar.FLOAT64, Double.class, Double::valueOf),
            new Kind(Scalar.DECIMAL, BigDecimal.class, BigDecimal::new),
            new Kind(Scalar.BOOLEAN, Boolean.class, Boolean::valueOf),
            new Kind(Scalar.DATE, LocalDate.class, LocalDate::parse),
            new Kind(Scalar.TIME, LocalTime.class, LocalTime::parse),
            new Kind(Scalar.DATE_TIME, LocalDateTime.class, LocalDateTime::parse),
            new Kind(Scalar.INSTANT, Instant.class, Instant::parse),
            new Kind(Scalar.DURATION, Duration.class, Duration::parse),
            new Kind(Scalar.UUID, UUID.class, UUID::fromString),
            new Kind(Scalar.BINARY, byte[].class, Base64.getDecoder()::decode));

    private CursorValues() {}

    /** One neutral kind, with the class of its values. */
    private record Kind(Scalar storage, Class<?> type, Function<String, Object> reading) {}

    static void write(@Nullable Object value, ByteWriter bytes) {
        if (value == null) {
            bytes.put(NULL);
            return;
        }
        if (value instanceof String text && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            bytes.put(UNITS);
            bytes.putInt(text.length() * Character.BYTES);
            text.chars()
                    .forEach(unit -> bytes.put(ByteBuffer.allocate(Character.BYTES)
                            .putChar((char) unit)
                            .array()));
            return;
        }
        byte[] text = text(value).getBytes(StandardCharsets.UTF_8);
        bytes.put(tag(value));
        bytes.putInt(text.length);
        bytes.put(text);
    }

    private static String text(Object value) {
        return value instanceof byte[] binary ? Base64.getEncoder().encodeToString(binary) : value.toString();
    }

    private static byte tag(Object value) {
        for (int i = 0; i < KINDS.size(); i++) {
            if (KINDS.get(i).type().isInstance(value)) {
                return (byte) i;
            }
        }
        throw new IllegalArgumentException(
                "no order has keys of " + value.getClass().getName());
    }

    /** Reads one value; what is no value throws IllegalArgumentException, DateTimeException or BufferUnderflowException. */
    static @Nullable Object read(ByteBuffer bytes) {
        byte tag = bytes.get();
        if (tag == NULL) {
            return null;
        }
        int length = bytes.getInt();
        if (tag < UNITS || tag >= KINDS.size() || length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("no such kind or length");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        if (tag == UNITS) {
            return ByteBuffer.wrap(text).asCharBuffer().toString();
        }
        return KINDS.get(tag).reading().apply(new String(text, StandardCharsets.UTF_8));
    }

    /** Tells whether a value is one of a neutral kind. */
    static boolean isOf(Object value, Storage storage) {
        return KINDS.stream()
                .anyMatch(kind -> kind.storage() == storage && kind.type().isInstance(value));
    }
}
