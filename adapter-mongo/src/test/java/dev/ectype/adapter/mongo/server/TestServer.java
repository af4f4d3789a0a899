package dev.ectype.adapter.mongo.server;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of the tests: an embedded one, or the real one that {@code ECTYPE_MONGODB_URI} names. Started once. */
public final class TestServer {
    private static final Optional<String> REAL =
            Optional.ofNullable(System.getenv("ECTYPE_MONGODB_URI")).filter(uri -> !uri.isBlank());
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    private static final class Running {
        static final String URI =
                REAL.orElseGet(() -> new MongoServer(new MemoryBackend()).bindAndGetConnectionString());
        static final MongoClient CLIENT = MongoClients.create(URI);
    }

    /** Tells whether the server is a real one. */
    public static boolean isReal() {
        return REAL.isPresent();
    }

    /** Returns how to reach the server. */
    public static String uri() {
        return Running.URI;
    }

    /** Returns a client that stays open. */
    public static MongoClient client() {
        return Running.CLIENT;
    }

    /** Returns the name of an empty database of its own. */
    public static String newDatabase() {
        String name = "ectype_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        client().getDatabase(name).drop();
        return name;
    }
}
