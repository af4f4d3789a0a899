package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.NeedsRealMongo;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a real server has: transactions, change streams, validators, partial indexes, words. */
@NeedsRealMongo
class RealServerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final String database = TestServer.newDatabase();
    private final MongoAdapter adapter = MongoAdapter.over(TestServer.client(), database);
    private final Source plain = Things.source("things");

    @BeforeEach
    void create() {
        adapter.storage(plain).create();
    }

    private static WriteOutcome insert(Adapter adapter, Source source, Row row) {
        return adapter.insert(new Insert(source, row, OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private static List<Object> keys(Adapter adapter, Source source, Predicate... conditions) {
        QueryRequest query = new QueryRequest(source, List.of(conditions), List.of(), Window.ALL);
        List<Object> keys = new ArrayList<>();
        ScanSpec keyOnly = new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE);
        try (RowCursor rows = adapter.scan(adapter.plan(query).plan(), keyOnly)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                keys.add(Objects.requireNonNull(row.get(0)));
            }
        }
        return keys;
    }

    @Test
    void aTransactionIsSeenWhenItIsCommittedAndNotBefore() {
        Transactional transactions = adapter.as(Transactional.class).orElseThrow();
        try (Transactional.Transaction transaction = transactions.begin(CallOptions.NONE)) {
            insert(transaction.adapter(), plain, Things.row(1, Map.of()));
            assertThat(keys(transaction.adapter(), plain)).containsExactly(1);
            assertThat(keys(adapter, plain)).isEmpty();
            transaction.commit();
        }
        assertThat(keys(adapter, plain)).containsExactly(1);
    }

    @Test
    void whatIsRolledBackIsNotThere() {
        Transactional transactions = adapter.as(Transactional.class).orElseThrow();
        try (Transactional.Transaction transaction = transactions.begin(CallOptions.NONE)) {
            insert(transaction.adapter(), plain, Things.row(1, Map.of()));
            transaction.rollback();
        }
        assertThat(keys(adapter, plain)).isEmpty();
    }

    @Test
    void theSecondWriterOfADocumentIsToldToTryAgain() {
        insert(adapter, plain, Things.row(1, Map.of("text", "a")));
        Update change = new Update(
                plain,
                List.of(1),
                List.of(Assignment.set(Things.path("text"), "b")),
                List.of(),
                List.of(),
                CallOptions.NONE);
        Transactional transactions = adapter.as(Transactional.class).orElseThrow();
        try (Transactional.Transaction first = transactions.begin(CallOptions.NONE);
                Transactional.Transaction second = transactions.begin(CallOptions.NONE)) {
            first.adapter().update(change);
            assertThatThrownBy(() -> second.adapter().update(change))
                    .isInstanceOfSatisfying(StoreException.class, failure -> {
                        assertThat(failure.retryable()).isTrue();
                        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
                    });
            first.commit();
        }
    }

    @Test
    void changesComeInTheirOrderAndGoOnAfterAPlace() {
        try (MongoChanges<Object> changes = adapter.changes(plain, row -> row.get(0))) {
            insert(adapter, plain, Things.row(1, Map.of("text", "a")));
            adapter.update(new Update(
                    plain,
                    List.of(1),
                    List.of(Assignment.set(Things.path("text"), "b")),
                    List.of(),
                    List.of(),
                    CallOptions.NONE));
            adapter.delete(new Delete(plain, List.of(1), List.of(), List.of(), CallOptions.NONE));
            MongoChange<Object> inserted = changes.next(SOON).orElseThrow();
            assertThat(inserted).isEqualTo(new MongoChange.Inserted<>(inserted.place(), 1));
            assertThat(changes.next(SOON))
                    .hasValueSatisfying(update -> assertThat(update)
                            .isInstanceOfSatisfying(
                                    MongoChange.Updated.class,
                                    updated -> assertThat((Object) updated.changed())
                                            .isEqualTo(Set.of("text"))));
            assertThat(changes.next(SOON))
                    .hasValueSatisfying(deletion ->
                            assertThat(deletion).isEqualTo(new MongoChange.Deleted<>(deletion.place(), List.of(1))));
            assertThat(changes.next(Duration.ofMillis(300))).isEmpty();
            try (MongoChanges<Object> again = adapter.changesAfter(plain, row -> row.get(0), inserted.place())) {
                assertThat(again.next(SOON)).get().isInstanceOf(MongoChange.Updated.class);
            }
        }
    }

    @Test
    void aValidatorRejectsWhatTheSchemaDoesNotHave() {
        adapter.storage(plain).withValidator().create();
        BsonDocument wrong = BsonDocument.parse("{_id: 1, int32: \"no number\"}");
        assertThatThrownBy(() -> TestServer.client()
                        .getDatabase(database)
                        .getCollection("things", BsonDocument.class)
                        .insertOne(wrong))
                .hasMessageContaining("validation");
        assertThat(insert(adapter, plain, Things.row(1, Map.of("int32", 1)))).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void whatAValidatorRejectsIsToldByField() {
        Source few = Things.source("few");
        TestServer.client()
                .getDatabase(database)
                .runCommand(BsonDocument.parse(
                        "{create: 'few', validator: {$jsonSchema: {properties: {int32: {maximum: 5}}}}}"));
        Row wrong = Things.row(1, Map.of("int32", 9));
        WriteOutcome rejected = new WriteOutcome.Violated(
                List.of(new Violation(Violation.Kind.CHECK, "document_validation", List.of("int32"))));
        assertThat(insert(adapter, few, wrong)).isEqualTo(rejected);
        assertThat(adapter.insertAll(List.of(
                        new Insert(few, wrong, OnConflict.raise(), List.of(), CallOptions.NONE),
                        new Insert(
                                few,
                                Things.row(2, Map.of("int32", 1)),
                                OnConflict.raise(),
                                List.of(),
                                CallOptions.NONE))))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(rejected),
                        second -> assertThat(second).isInstanceOf(WriteOutcome.Written.class));
        Update change = new Update(
                few,
                List.of(2),
                List.of(Assignment.set(Things.path("int32"), 9)),
                List.of(),
                List.of(),
                CallOptions.NONE);
        assertThat(adapter.update(change)).isEqualTo(rejected);
        Insert kept = new Insert(few, wrong, new OnConflict.Keep(List.of()), List.of(), CallOptions.NONE);
        assertThat(adapter.insert(kept)).isEqualTo(rejected);
    }

    @Test
    void absentValuesDoNotClashInACompoundUniqueIndex() {
        Source pairs = Things.source(
                "pairs", new Source.Index("pair", List.of(Things.path("text"), Things.path("int32")), true));
        adapter.storage(pairs).create();
        insert(adapter, pairs, Things.row(1, Map.of("text", "a")));
        assertThat(insert(adapter, pairs, Things.row(2, Map.of("text", "a")))).isInstanceOf(WriteOutcome.Written.class);
        insert(adapter, pairs, Things.row(3, Map.of("text", "a", "int32", 1)));
        assertThat(insert(adapter, pairs, Things.row(4, Map.of("text", "a", "int32", 1))))
                .isEqualTo(new WriteOutcome.Violated(
                        List.of(new Violation(Violation.Kind.UNIQUE, "pair", List.of("text", "int32")))));
    }

    @Test
    void wordsAreFound() {
        Source words = new Source(
                "words",
                Optional.empty(),
                Things.LAYOUT,
                List.of(0),
                List.of(),
                List.of(MongoIndex.text("text").withLanguage("english")));
        adapter.storage(words).create();
        assertThat(adapter.storage(words).missing()).isEmpty();
        insert(adapter, words, Things.row(1, Map.of("text", "dogs bark")));
        insert(adapter, words, Things.row(2, Map.of("text", "cats sleep")));
        assertThat(keys(adapter, words, new Predicate.Native("MongoDB", Filters.text("dog"))))
                .containsExactly(1);
    }

    @Test
    void anExpiryIsAsDeclared() {
        Source seen = new Source(
                "seen",
                Optional.empty(),
                Things.LAYOUT,
                List.of(0),
                List.of(),
                List.of(MongoIndex.expiring("instant", Duration.ofDays(1))));
        adapter.storage(seen).create();
        assertThat(adapter.storage(seen).missing()).isEmpty();
        BsonDocument expected = new BsonDocument("name", new BsonString("instant_expiry"));
        assertThat(TestServer.client()
                        .getDatabase(database)
                        .getCollection("seen")
                        .listIndexes(BsonDocument.class))
                .anySatisfy(index -> assertThat(index).containsAllEntriesOf(expected));
    }
}
