package dev.ectype.tck.self;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Transactional;

/** A transaction on a copy of all tables, which is committed only if nobody else wrote meanwhile. */
final class MapTransaction implements Transactional.Transaction {
    private final MapAdapter store;
    private final MapTables start;
    private final MapAdapter inside;

    MapTransaction(MapAdapter store, MapTables start) {
        this.store = store;
        this.start = start;
        this.inside = new MapAdapter(start.copy());
    }

    @Override
    public Adapter adapter() {
        return inside;
    }

    @Override
    public void commit() {
        store.commit(start, inside.tables);
    }

    @Override
    public void rollback() {
        inside.tables.become(start);
    }

    @Override
    public Transactional.Savepoint savepoint() {
        MapTables marked = inside.tables.copy();
        return () -> inside.tables.become(marked);
    }

    @Override
    public void close() {}
}
