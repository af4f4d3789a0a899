package dev.ectype.spi;

import java.util.List;

/**
 * The optional part of a store that inserts many rows in fewer requests than rows. Without it the core inserts them one
 * by one.
 */
public interface BulkInserting {

    /**
     * Inserts rows of one source, in batches as the store allows; what was not processed is tried again.
     *
     * @return one outcome for each row, in their order; a row that failed does not keep others from being written
     */
    List<WriteOutcome> insertAll(List<Insert> inserts);
}
