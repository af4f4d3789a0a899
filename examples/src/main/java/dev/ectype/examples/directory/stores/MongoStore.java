package dev.ectype.examples.directory.stores;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.repo.Repo;
import dev.ectype.spi.Adapter;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A MongoDB server: by its URL, or one inside this process, which is no MongoDB and forgets everything. */
final class MongoStore implements StoreKind {
    @Override
    public String values() {
        return "mongo, mongodb://HOST/DATABASE";
    }

    @Override
    public Optional<Repo> open(String value) {
        if (value.equals("mongo")) {
            return Optional.of(embedded());
        }
        return value.startsWith("mongodb://") || value.startsWith("mongodb+srv://")
                ? Optional.of(Repo.over(connect(value)))
                : Optional.empty();
    }

    private static Repo embedded() {
        MongoServer server = new MongoServer(new MemoryBackend());
        InetSocketAddress address = server.bind();
        String url = "mongodb://" + address.getHostString() + ":" + address.getPort() + "/directory";
        return Repo.over(new WithServer(connect(url), server::shutdownNow));
    }

    private static Adapter connect(String url) {
        MongoAdapter adapter = MongoAdapter.connect(url);
        try {
            adapter.storage(PEOPLE.asSource()).create();
            return adapter;
        } catch (RuntimeException failure) {
            adapter.close();
            throw failure;
        }
    }
}
