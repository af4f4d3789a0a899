package dev.ectype.spi;

import dev.ectype.types.stored.Row;
import java.util.List;

/**
 * The insertion of one row; null slots are not written.
 *
 * @param source where
 * @param row the row
 * @param onConflict what happens if its key is taken
 * @param returning the slots that the outcome must tell; a null slot of the primary key among them is left to the store to
 *     make, if it makes such
 * @param options the options of the call
 */
public record Insert(Source source, Row row, OnConflict onConflict, List<Integer> returning, CallOptions options)
        implements Write {
    /** Copies the slots. */
    public Insert {
        returning = List.copyOf(returning);
    }
}
