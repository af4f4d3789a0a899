package dev.ectype.adapter.inmemory;

import dev.ectype.adapter.inmemory.internal.file.TablesFile;
import dev.ectype.adapter.inmemory.internal.store.Store;
import dev.ectype.adapter.inmemory.internal.store.TableState;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A store of its own in memory: no two adapters share a table. Tables are made on first use.
 *
 * <p>Safe for use by several threads. Every read works on a snapshot of all tables, taken when its cursor is opened,
 * and never waits; a single write is atomic, and waits only for other writers of its table. Transactions have snapshot
 * isolation: each sees the store as it was when it began, and its own writes, and of two that write the same row the
 * first to commit wins, while the other's commit fails and may be tried again. That prevents dirty reads, reads that
 * cannot be repeated, phantoms and lost updates. It allows write skew: two transactions may each read what the other
 * writes, if they write different rows.
 */
public final class InMemoryAdapter extends SessionAdapter implements Transactional {
    private final Store store;

    private InMemoryAdapter(Store store) {
        super(new Sources(store), store);
        this.store = store;
    }

    /** Returns an adapter over an empty store. */
    public static InMemoryAdapter create() {
        return new InMemoryAdapter(new Store());
    }

    /**
     * Returns an adapter over a store with the same rows, of which neither sees what is later written to the other. It
     * costs no copy, so that each test may have a filled store of its own.
     */
    public InMemoryAdapter fork() {
        return new InMemoryAdapter(store.fork());
    }

    /**
     * Returns an adapter over the tables that {@link #save} wrote. Their indexes are built when the schemas that declare them
     * are first used.
     *
     * @throws dev.ectype.error.MappingException if the file is no such snapshot, or not as it was written
     * @throws StoreException if the file cannot be read
     */
    public static InMemoryAdapter load(Path file) {
        try {
            return new InMemoryAdapter(Store.of(new TablesFile(file).read()));
        } catch (IOException e) {
            throw unreachable(file, e);
        }
    }

    /**
     * Writes the rows of all tables, as they are at this moment, into a file with a checksum. Writers do not wait for it. The
     * file that was there before is replaced in one step, or left as it is if this fails.
     *
     * @throws StoreException if the file cannot be written
     */
    public void save(Path file) {
        try {
            new TablesFile(file).write(store.images());
        } catch (IOException e) {
            throw unreachable(file, e);
        }
    }

    private static StoreException unreachable(Path file, IOException cause) {
        return new StoreException(
                "the file of a snapshot cannot be used",
                Map.of("file", file),
                StoreException.Outcome.NOT_DONE,
                true,
                cause);
    }

    /** Opens a stretch of a test after which this store is as it is now. */
    public Sandbox sandbox() {
        return new Sandbox(store);
    }

    /** Returns a table, made if it is not there, with what this store can do beyond the contract of adapters. */
    public InMemoryTable table(Source source) {
        return new InMemoryTable(this, source);
    }

    /** Returns the sizes of all tables, by name. */
    public List<TableStatistics> statistics() {
        return store.catalog().tables().stream()
                .map(table -> statistics(table.name().toString(), store.read(table)))
                .sorted(Comparator.comparing(TableStatistics::table))
                .toList();
    }

    private static TableStatistics statistics(String name, TableState state) {
        return new TableStatistics(name, state.size(), state.isOrdered(), state.indexNames());
    }

    @Override
    Adapter unmoved() {
        return begin(CallOptions.NONE).adapter();
    }

    @Override
    public Transaction begin(CallOptions options) {
        return new MemoryTransactionAdapter(sources(), store.begin(), options);
    }

    /** Forgets all rows; the adapter is of no use any more. */
    @Override
    public void close() {
        sources().close();
    }
}
