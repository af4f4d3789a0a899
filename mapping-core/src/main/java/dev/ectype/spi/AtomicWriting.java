package dev.ectype.spi;

import java.util.List;

/**
 * The optional part of a store that does several writes, known beforehand, together or not at all. A store with
 * {@link Transactional} needs it only where one request is cheaper.
 */
public interface AtomicWriting {

    /** Returns how many writes one call may have at most. */
    int maxWrites();

    /**
     * Does all writes or none.
     *
     * @return one outcome for each write, in their order: all of them done, or at least one that says why none was;
     *     writes that were not at fault then say {@link WriteOutcome.Effect#UNCHANGED}
     * @throws dev.ectype.error.StoreException if the store fails
     */
    List<WriteOutcome> writeTogether(List<Write> writes);
}
