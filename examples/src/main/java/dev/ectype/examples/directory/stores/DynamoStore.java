package dev.ectype.examples.directory.stores;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.DynamoServer;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.spi.Adapter;
import java.net.URI;
import java.util.Optional;

/**
 * DynamoDB: a server by its URL, or DynamoDB Local inside this process. The store orders the rows of one partition only
 * and reads everything where no key leads; for as many people as these, the repo may do so and finish the rest itself.
 */
final class DynamoStore implements StoreKind {
    private static final String SCHEME = "dynamodb:";
    private static final int MOST_PEOPLE = 100_000;

    @Override
    public String values() {
        return "dynamo, dynamodb:http://HOST:PORT";
    }

    @Override
    public Optional<Repo> open(String value) {
        if (value.equals("dynamo")) {
            return Optional.of(endpoint().map(DynamoStore::connect).orElseGet(DynamoStore::embedded));
        }
        return value.startsWith(SCHEME)
                ? Optional.of(connect(URI.create(value.substring(SCHEME.length()))))
                : Optional.empty();
    }

    private static Optional<URI> endpoint() {
        return Optional.ofNullable(System.getenv("ECTYPE_DYNAMODB_ENDPOINT"))
                .filter(endpoint -> !endpoint.isBlank())
                .map(URI::create);
    }

    private static Repo embedded() {
        EmbeddedDynamo server = EmbeddedDynamo.start();
        return over(new WithServer(ready(server.endpoint()), server::close));
    }

    private static Repo connect(URI endpoint) {
        return over(ready(endpoint));
    }

    private static Repo over(Adapter adapter) {
        return Repo.over(adapter).withDefaults(Options.none().allowScan().clientSide(MOST_PEOPLE));
    }

    private static DynamoAdapter ready(URI endpoint) {
        DynamoAdapter adapter = DynamoAdapter.connect(DynamoServer.emulatorAt(endpoint));
        try {
            adapter.storage(PEOPLE.asSource()).create();
            return adapter;
        } catch (RuntimeException failure) {
            adapter.close();
            throw failure;
        }
    }
}
