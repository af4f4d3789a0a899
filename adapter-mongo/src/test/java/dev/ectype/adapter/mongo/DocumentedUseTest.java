package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code that the page on MongoDB shows. */
class DocumentedUseTest {
    private static final Source PEOPLE = new Source(
            "people",
            Optional.empty(),
            new Layout(List.of(new Layout.Slot("id", "id", Scalar.TEXT))),
            List.of(0),
            List.of(),
            List.of());

    private static Adapter connect(MongoClient client, boolean own) {
        // snippet:mongo-connect
        Adapter byUrl = MongoAdapter.connect("mongodb://localhost:27017/shop"); // the URL names the database
        Adapter overClient = MongoAdapter.over(client, "shop", MongoOptions.DEFAULTS); // your own client stays yours
        // end
        return own ? overClient : byUrl;
    }

    private static List<String> create(MongoAdapter adapter, Source source) {
        // snippet:mongo-storage
        MongoStorage storage = adapter.storage(source).withValidator(); // source: schema.asSource()
        List<String> missing = storage.missing(); // what create() would do, as text
        storage.create(); // collections, indexes, and the validator if it was asked for
        List<String> undeclared = storage.undeclared(); // indexes that nobody declares; they are left alone
        // end
        return undeclared.isEmpty() ? missing : undeclared;
    }

    private static String next(MongoAdapter adapter, Source source) {
        // snippet:mongo-changes
        try (MongoChanges<Row> changes =
                adapter.changes(source, row -> row)) { // a schema: PEOPLE.asSource(), PEOPLE::load
            return changes.next(Duration.ofSeconds(5)) // Inserted, Updated, Replaced, Deleted or Ended
                    .map(MongoChange::place) // where changesAfter(...) goes on, in this process or the next
                    .orElse("nothing happened");
        }
        // end
    }

    @Test
    void changesAreThereOnReplicaSetsOnly() {
        MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());
        if (TestServer.isReal()) {
            assertThat(next(adapter, PEOPLE)).isEqualTo("nothing happened");
        } else {
            assertThatThrownBy(() -> next(adapter, PEOPLE)).hasMessageContaining("single server");
        }
    }

    @Test
    void bothWaysOfConnectingGiveAnAdapter() {
        try (Adapter over = connect(TestServer.client(), true);
                Adapter byUrl = connect(TestServer.client(), false)) {
            assertThat(over.store()).isEqualTo(byUrl.store());
        }
    }

    @Test
    void storageSaysWhatItWouldDoAndThenDoesIt() {
        MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());
        assertThat(create(adapter, PEOPLE)).isNotEmpty();
        assertThat(adapter.storage(PEOPLE).missing()).isEmpty();
    }
}
