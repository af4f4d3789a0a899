package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import dev.ectype.adapter.mongo.MongoOptions.FinerTimes;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** Indexes that only this store has: how they are declared, and what a declaration is held against. */
class MongoIndexTest {
    private final String database = TestServer.newDatabase();

    private static Source things(Object... hints) {
        return new Source("things", Optional.empty(), Things.LAYOUT, List.of(0), List.of(), List.of(hints));
    }

    private MongoAdapter adapter(FinerTimes finer) {
        return MongoAdapter.over(TestServer.client(), database, MongoOptions.DEFAULTS.withFinerTimes(finer));
    }

    private static PushDown plan(MongoAdapter adapter, Source source, Predicate condition) {
        return adapter.plan(new QueryRequest(source, List.of(condition), List.of(), Window.ALL));
    }

    private static Predicate words(Bson filter) {
        return new Predicate.Native("MongoDB", filter);
    }

    @Test
    void anExpiryIsCreatedAndFoundAsDeclared() {
        Source source = things(MongoIndex.expiring("instant", Duration.ofDays(30)));
        MongoStorage storage = adapter(FinerTimes.REFUSE).storage(source);
        assertThat(storage.create()).contains("create the index instant_expiry");
        assertThat(storage.missing()).isEmpty();
        assertThat(storage.undeclared()).isEmpty();
    }

    @Test
    void anIndexThatBeginsWithTheKeyIsUndeclaredToo() {
        MongoStorage storage = adapter(FinerTimes.REFUSE).storage(things());
        storage.create();
        TestServer.client().getDatabase(database).getCollection("things").createIndex(Indexes.ascending("_id", "text"));
        assertThat(storage.undeclared()).containsExactly("_id_1_text_1");
    }

    @Test
    void anotherTimeOfExpiryIsAnotherIndex() {
        adapter(FinerTimes.REFUSE)
                .storage(things(MongoIndex.expiring("instant", Duration.ofDays(30))))
                .create();
        Source shorter = things(MongoIndex.expiring("instant", Duration.ofDays(3)));
        assertThat(adapter(FinerTimes.REFUSE).storage(shorter).missing())
                .containsExactly(
                        "drop the index instant_expiry, which is declared otherwise",
                        "create the index instant_expiry");
    }

    @Test
    void whatIsNoDateDoesNotExpire() {
        assertThatThrownBy(() -> adapter(FinerTimes.REFUSE)
                        .storage(things(MongoIndex.expiring("text", Duration.ZERO)))
                        .create())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("BSON date")
                .hasMessageContaining("field: text");
        assertThatThrownBy(() -> adapter(FinerTimes.KEEP)
                        .storage(things(MongoIndex.expiring("instant", Duration.ZERO)))
                        .missing())
                .hasMessageContaining("FinerTimes.KEEP");
    }

    @Test
    void aFieldThatNobodyStoresHasNoIndex() {
        assertThatThrownBy(() -> adapter(FinerTimes.REFUSE)
                        .storage(things(MongoIndex.text("texd")))
                        .create())
                .hasMessageContaining("no field is stored there")
                .hasMessageContaining("texd");
        assertThatThrownBy(() -> adapter(FinerTimes.REFUSE)
                        .storage(things(MongoIndex.text("int32")))
                        .create())
                .hasMessageContaining("words");
    }

    @Test
    void wordsAreSpecifiedWithTheirWeights() {
        MongoIndex.Text index =
                MongoIndex.text("text", "place.city").withWeight("text", 10).withLanguage("none");
        assertThat(index.toSpecification()).isEqualTo(BsonDocument.parse("""
            {"key": {"text": "text", "place.city": "text"}, "name": "text_place_city_text",
             "weights": {"text": 10, "place.city": 1}, "default_language": "none"}
            """));
    }

    @Test
    void impossibleDeclarationsFailAtOnce() {
        assertThatThrownBy(() -> MongoIndex.expiring("instant", Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MongoIndex.text("text").withWeight("text", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSearchForWordsNeedsTheirIndex() {
        Predicate search = words(Filters.text("logic"));
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        assertThat(plan(adapter, things(MongoIndex.text("text")), search).plan().access())
                .isEqualTo(Access.INDEX);
        assertThat(plan(adapter, things(), search).plan().access()).isEqualTo(Access.SCAN);
    }

    @Test
    void aSearchForWordsIsNotNegated() {
        Predicate search = new Predicate.Not(words(Filters.text("logic")));
        PushDown answer = plan(adapter(FinerTimes.REFUSE), things(MongoIndex.text("text")), search);
        assertThat(answer.where().get(0).toString()).contains("cannot be negated");
    }

    @Test
    void aSingleServerTellsOfNoChanges() {
        MongoAdapter adapter = adapter(FinerTimes.REFUSE);
        assumeFalse(TestServer.isReal(), "the given server is a replica set");
        assertThatThrownBy(() -> adapter.changes(things(), row -> row))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("single server");
    }
}
