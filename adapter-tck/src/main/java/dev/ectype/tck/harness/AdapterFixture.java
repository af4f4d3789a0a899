package dev.ectype.tck.harness;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.profile.AdapterProfile;
import java.util.OptionalLong;

/**
 * An adapter under test, for one test: implemented by whoever tests one. A test asks for its sources, which must be there
 * and empty, and closes the fixture at its end, failed or not.
 */
public interface AdapterFixture extends AutoCloseable {

    /** Returns what the adapter claims. */
    AdapterProfile profile();

    /** Returns the adapter: the same one for every call. */
    Adapter adapter();

    /**
     * Returns the source with the names and hints that this store needs; the kit then uses the answer in place of the source.
     * Its fields keep their names and places, and an answer that is asked again stays as it is.
     */
    default Source adapt(Source source) {
        return source;
    }

    /** Makes the source ready and empty: its tables, indexes, parent entries. */
    void create(Source source);

    /** Returns a prefix that the store can have; the numbers 0 and 1 give two that differ. */
    default String prefix(int number) {
        return "tck" + number;
    }

    /**
     * Returns how many requests the store has had, if the fixture can count them: with it the kit also sees that planning
     * and refusing send none. By default none are counted.
     */
    default OptionalLong requests() {
        return OptionalLong.empty();
    }

    /** Frees what the fixture holds: the adapter, and a client or server of its own. */
    @Override
    void close();
}
