package dev.ectype.examples.directory.stores;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.ForwardingAdapter;
import java.util.Optional;

/** An adapter whose server ends with it. */
final class WithServer extends ForwardingAdapter {
    private final Runnable server;

    /**
     * @param adapter does everything
     * @param server ends the server, after the adapter was closed
     */
    WithServer(Adapter adapter, Runnable server) {
        super(adapter);
        this.server = server;
    }

    @Override
    public <T> Optional<T> as(Class<T> part) {
        return other().as(part);
    }

    @Override
    public void close() {
        super.close();
        server.run();
    }
}
