package dev.ectype.repo.page;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Window.Keyset;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Storage.Scalar;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one query: texts of letters, digits, {@code -} and {@code _}, which hold the keys of a row in the order
 * and name the query that they are of. Immutable.
 *
 * <p>Of a query's conditions the structure counts and not the values, since these may move on from page to page. Whoever
 * can decode a cursor reads the keys in it, so an order by redacted columns has none.
 */
public final class Cursors {
    private static final byte VERSION = 1;
    private static final int MOST_CHARACTERS = 16_384;

    private final QueryRequest request;
    private final CursorSeal seal;

    /**
     * Creates the cursors of a query whose order is complete.
     *
     * @throws CursorException if the order uses a redacted column
     */
    public Cursors(QueryRequest request, CursorSeal seal) {
        this.request = request;
        this.seal = seal;
        request.order().stream()
                .map(Order::operand)
                .filter(Cursors::isRedacted)
                .findFirst()
                .ifPresent(redacted -> {
                    throw new CursorException(
                            "a cursor shows the keys of the order to whoever holds it, and this one is redacted;"
                                    + " order by other columns, or use limit and offset",
                            Map.of("order by", redacted));
                });
    }

    private static boolean isRedacted(Operand operand) {
        return operand instanceof Operand.Call call
                ? call.arguments().stream().anyMatch(Cursors::isRedacted)
                : operand instanceof FieldPath path && path.redacted();
    }

    /** Returns the cursor of a place. */
    public String write(Place place) {
        ByteWriter bytes = new ByteWriter();
        bytes.put(VERSION);
        bytes.put((byte) (place.backwards() ? 1 : 0));
        for (int print : fingerprints()) {
            bytes.putInt(print);
        }
        place.place().values().forEach(value -> CursorValues.write(value, bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.sealed(bytes.toArray()));
    }

    /**
     * Reads a cursor.
     *
     * @throws CursorException if it is not one of this query
     */
    public Place read(String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(content(cursor));
        try {
            if (bytes.get() != VERSION) {
                throw refused("this cursor is of another version of the toolkit; begin at the first page");
            }
            boolean backwards = bytes.get() == 1;
            requireSameQuery(bytes);
            List<@Nullable Object> values = new ArrayList<>();
            for (Order key : request.order()) {
                values.add(value(key, bytes));
            }
            if (bytes.hasRemaining()) {
                throw broken();
            }
            return new Place(new Keyset(values), backwards);
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
            throw broken();
        }
    }

    private byte[] content(String cursor) {
        if (cursor.length() > MOST_CHARACTERS) {
            throw broken();
        }
        try {
            return seal.opened(Base64.getUrlDecoder().decode(cursor)).orElseThrow(this::broken);
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private @Nullable Object value(Order key, ByteBuffer bytes) {
        Object value = CursorValues.read(bytes);
        if (value != null
                && key.operand().storage() != Scalar.ANY
                && !CursorValues.isOf(value, key.operand().storage())) {
            throw broken();
        }
        return value;
    }

    private void requireSameQuery(ByteBuffer bytes) {
        List<String> what = List.of("another source", "another order", "other conditions");
        int[] mine = fingerprints();
        for (int i = 0; i < mine.length; i++) {
            if (bytes.getInt() != mine[i]) {
                throw refused("this cursor is of a query with " + what.get(i)
                        + "; give the query that made it, or begin at the first page");
            }
        }
    }

    private int[] fingerprints() {
        return new int[] {fingerprint(request.source()), fingerprint(request.order()), fingerprint(request.conjuncts())
        };
    }

    private static int fingerprint(Object part) {
        int print = 1;
        for (byte b : part.toString().getBytes(StandardCharsets.UTF_8)) {
            print = print * 0x01000193 ^ b;
        }
        return print;
    }

    private CursorException broken() {
        return refused("this is no cursor, or it was changed since it was made; begin at the first page");
    }

    private CursorException refused(String message) {
        return new CursorException(message, Map.of("source", request.source(), "order", request.order()));
    }
}
