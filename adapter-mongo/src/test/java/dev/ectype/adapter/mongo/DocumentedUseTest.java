package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static final Source THINGS = Things.source("things");

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

    private static long retag(MongoAdapter adapter) {
        // snippet:mongo-collection
        MongoCollection<Row> things =
                adapter.collection(THINGS, Row.class, row -> row, row -> row); // PEOPLE::load, PEOPLE::dump
        return things.updateMany(
                        Filters.eq("places.city", "Athens"),
                        Updates.set("places.$[place].zip", 10431),
                        new UpdateOptions().arrayFilters(List.of(Filters.lt("place.zip", 2))))
                .getMatchedCount();
        // end
    }

    @Test
    void theDriversOwnCollectionReadsAndWritesTheSameDocuments() {
        MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());
        List<Row> places = List.of(Things.place("Athens", 1, null), Things.place("Volos", 2, null));
        Row row = Things.row(1, Map.of("places", places));
        adapter.collection(THINGS, Row.class, same -> same, same -> same).insertOne(row);
        assertThat(retag(adapter)).isEqualTo(1);
        Row stored = adapter.collection(THINGS, Row.class, same -> same, same -> same)
                .find()
                .first();
        assertThat(stored)
                .isEqualTo(Things.row(
                        1, Map.of("places", List.of(Things.place("Athens", 10431, null), places.get(1)))));
    }

    @Test
    void theDriversOwnCollectionRefusesWhatHasNoPlaceByItsField() {
        MongoAdapter adapter = MongoAdapter.over(TestServer.client(), TestServer.newDatabase());
        Row half = Things.row(1, Map.of("text", "half a pair: \uD83D"));
        assertThatThrownBy(() -> adapter.collection(THINGS, Row.class, same -> same, same -> same)
                        .insertOne(half))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        refused -> assertThat(refused.context()).containsEntry("field", "text"))
                .hasMessageContaining("half a surrogate pair");
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
