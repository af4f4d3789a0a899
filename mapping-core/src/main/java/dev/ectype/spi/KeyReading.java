package dev.ectype.spi;

import dev.ectype.types.stored.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An optional part: reads one row by its primary key without a plan, for stores so near that planning costs more than
 * reading. It is asked only where nobody wants to see or change the query, and only for keys of single values.
 */
public interface KeyReading {

    /**
     * Returns the row that the query returns whose conjuncts compare each slot of the primary key with one of these values;
     * null if there is none.
     *
     * @param key the values in their neutral stored form, in the order of {@link Source#key}
     * @throws dev.ectype.error.StoreException if the store fails
     */
    @Nullable Row find(Source source, List<Object> key, CallOptions options);
}
