package dev.ectype.adapter.dynamo.fault;

import static dev.ectype.adapter.dynamo.sample.Orders.path;
import static dev.ectype.tck.sample.Conditions.eq;
import static dev.ectype.tck.sample.Conditions.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.DynamoAdapter;
import dev.ectype.adapter.dynamo.DynamoServer;
import dev.ectype.adapter.dynamo.fault.FaultyServer.Reaction;
import dev.ectype.adapter.dynamo.request.DynamoCall;
import dev.ectype.adapter.dynamo.request.DynamoOptions;
import dev.ectype.adapter.dynamo.sample.Orders;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Insert;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.Write;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of calls while the store is busy, leaves things undone, or does not answer. */
class FaultTest {
    private static final int THREADS = 20;
    private final Source source = Orders.source(TestServer.newPrefix());
    private FaultyServer server;
    private DynamoAdapter adapter;

    @BeforeEach
    void start() throws IOException {
        server = new FaultyServer();
        adapter = adapter(Duration.ofSeconds(20));
        adapter.storage(source).create();
    }

    private DynamoAdapter adapter(Duration timeout) {
        DynamoOptions options = DynamoOptions.DEFAULTS.withTimeout(timeout).withFirstPause(Duration.ofMillis(2));
        return DynamoAdapter.connect(DynamoServer.emulatorAt(server.endpoint()), options);
    }

    @AfterEach
    void stop() {
        server.begin(FaultyServer.Fault.NONE);
        adapter.storage(source).drop();
        adapter.close();
        server.close();
    }

    private List<Insert> insertions(int count, CallOptions options) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Insert(source, Orders.row("ann", (long) i, "open"), OnConflict.raise(), List.of(), options))
                .toList();
    }

    private List<Row> find(DynamoAdapter by, Predicate... conjuncts) {
        ScanSpec spec = new ScanSpec(List.of(0, 1, 2), OptionalLong.empty(), CallOptions.NONE);
        List<Row> rows = new ArrayList<>();
        try (RowCursor cursor = by.scan(
                by.plan(Orders.query(source, List.of(), Window.ALL, conjuncts)).plan(), spec)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Predicate numbersTo(int bound) {
        return in(
                path("number"),
                IntStream.range(0, bound).mapToObj(i -> (long) i).toArray());
    }

    @Test
    void unprocessedKeysAreAskedForAgainAndTheOrderIsKept() {
        adapter.insertAll(insertions(250, CallOptions.NONE));
        server.begin((number, operation) -> Reaction.HALF);
        List<Row> rows = find(adapter, eq(path("customer"), "ann"), numbersTo(250));
        assertThat(rows)
                .extracting(row -> row.get(1))
                .isEqualTo(
                        IntStream.range(0, 250).mapToObj(i -> (Object) (long) i).toList());
        assertThat(server.requests()).isGreaterThan(10);
    }

    @Test
    void unprocessedItemsAreWrittenAgainAndEachRowHasItsOutcome() {
        server.begin((number, operation) -> operation.equals("BatchWriteItem") ? Reaction.HALF : Reaction.PASS);
        List<WriteOutcome> outcomes =
                adapter.insertAll(insertions(60, DynamoCall.replacing().asOptions()));
        assertThat(outcomes).hasSize(60).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(find(adapter, eq(path("customer"), "ann"))).hasSize(60);
    }

    private long removeAll(DynamoAdapter by) {
        return by.deleteAll(
                by.plan(Orders.query(source, List.of(), Window.ALL, eq(path("customer"), "ann")))
                        .plan(),
                CallOptions.NONE);
    }

    @Test
    void unprocessedRemovalsAreMadeAgain() {
        adapter.insertAll(insertions(30, CallOptions.NONE));
        server.begin((number, operation) -> operation.equals("BatchWriteItem") ? Reaction.HALF : Reaction.PASS);
        assertThat(removeAll(adapter)).isEqualTo(30);
        server.begin(FaultyServer.Fault.NONE);
        assertThat(find(adapter, eq(path("customer"), "ann"))).isEmpty();
    }

    @Test
    void aTimeOutAmongRemovalsTellsHowManyRowsAreDone() {
        adapter.insertAll(insertions(30, CallOptions.NONE));
        try (DynamoAdapter hasty = adapter(Duration.ofMillis(1500))) {
            server.begin((number, operation) -> number == 2 ? Reaction.LOSE_ANSWER : Reaction.PASS);
            assertThatThrownBy(() -> removeAll(hasty)).isInstanceOfSatisfying(StoreException.class, failure -> {
                assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(failure.retryable()).isFalse();
                assertThat(failure).hasMessageContaining("in the middle of a change of many rows");
            });
        }
    }

    @Test
    void aBusyStoreIsAskedAgain() {
        server.begin((number, operation) -> number % 3 == 2 ? Reaction.PASS : Reaction.THROTTLE);
        assertThat(adapter.insertAll(insertions(30, CallOptions.NONE)))
                .allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(find(adapter, eq(path("customer"), "ann"))).hasSize(30);
    }

    @Test
    void aStoreThatStaysBusyIsGivenUpWithAnErrorThatMayBeRetried() {
        try (DynamoAdapter hasty = adapter(Duration.ofSeconds(1))) {
            server.begin((number, operation) -> Reaction.THROTTLE);
            assertThatThrownBy(
                            () -> hasty.insert(insertions(1, CallOptions.NONE).get(0)))
                    .isInstanceOfSatisfying(StoreException.class, failure -> {
                        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
                        assertThat(failure.retryable()).isTrue();
                        assertThat(failure).hasMessageContaining("too busy");
                    });
            assertThat(server.requests()).isGreaterThan(2);
            assertThatThrownBy(() -> find(hasty, eq(path("customer"), "ann"))).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void credentialsThatNobodyKnowsAreRefusedAloudAtOnceAndNotShown() {
        server.begin((number, operation) -> Reaction.REFUSE);
        assertThatThrownBy(() -> adapter.insert(insertions(1, CallOptions.NONE).get(0)))
                .isInstanceOfSatisfying(StoreException.class, failure -> {
                    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
                    assertThat(failure.retryable()).isFalse();
                    assertThat(failure).hasMessageContaining("DynamoDB").hasMessageNotContaining("Signature");
                });
        assertThat(server.requests()).isOne();
        assertThatThrownBy(() -> find(adapter, eq(path("customer"), "ann"))).isInstanceOf(StoreException.class);
    }

    @Test
    void aWriteWithoutAnAnswerIsPerhapsDoneAndNotMadeAgain() {
        try (DynamoAdapter hasty = adapter(Duration.ofMillis(1500))) {
            server.begin((number, operation) -> Reaction.LOSE_ANSWER);
            assertThatThrownBy(
                            () -> hasty.insert(insertions(1, CallOptions.NONE).get(0)))
                    .isInstanceOfSatisfying(StoreException.class, failure -> {
                        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                        assertThat(failure.retryable()).isFalse();
                    });
            assertThat(server.requests()).isOne();
        }
        server.begin(FaultyServer.Fault.NONE);
        assertThat(find(adapter, eq(path("customer"), "ann"))).hasSize(1);
    }

    @Test
    void aReadWithoutAnAnswerIsMadeAgain() {
        adapter.insertAll(insertions(3, CallOptions.NONE));
        server.begin((number, operation) -> number < 2 ? Reaction.CUT : Reaction.PASS);
        assertThat(find(adapter, eq(path("customer"), "ann"))).hasSize(3);
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void aTimeOutInMidBatchTellsOfEachRowWhatIsKnown() {
        try (DynamoAdapter hasty = adapter(Duration.ofSeconds(2))) {
            server.begin((number, operation) -> number == 1 ? Reaction.LOSE_ANSWER : Reaction.PASS);
            List<WriteOutcome> outcomes =
                    hasty.insertAll(insertions(75, DynamoCall.replacing().asOptions()));
            assertThat(outcomes.subList(0, 25)).allMatch(WriteOutcome.Written.class::isInstance);
            assertThat(outcomes.subList(25, 50)).allMatch(outcome -> outcomeOf(outcome) == Outcome.UNKNOWN);
            assertThat(outcomes.subList(50, 75)).allMatch(outcome -> outcomeOf(outcome) == Outcome.NOT_DONE);
        }
        server.begin(FaultyServer.Fault.NONE);
        assertThat(find(adapter, eq(path("customer"), "ann")))
                .as("nothing lost or doubled")
                .hasSize(50);
    }

    private static Outcome outcomeOf(WriteOutcome outcome) {
        return ((WriteOutcome.Failed) outcome).failure().outcome();
    }

    @Test
    void aBatchThatIsRefusedAfterALostAnswerIsPerhapsDone() {
        try (DynamoAdapter hasty = adapter(Duration.ofMillis(1500))) {
            server.begin((number, operation) -> number == 0 ? Reaction.CUT : Reaction.THROTTLE);
            List<WriteOutcome> outcomes =
                    hasty.insertAll(insertions(5, DynamoCall.replacing().asOptions()));
            assertThat(server.requests()).isGreaterThan(1);
            assertThat(outcomes).hasSize(5).allMatch(outcome -> outcomeOf(outcome) == Outcome.UNKNOWN);
        }
        server.begin(FaultyServer.Fault.NONE);
        assertThat(find(adapter, eq(path("customer"), "ann"))).hasSize(5);
    }

    @Test
    void aTransactionWhoseAnswerIsLostTakesPlaceOnce() {
        adapter.insertAll(insertions(1, CallOptions.NONE));
        Update raise = new Update(
                source,
                List.of("ann", 0L),
                List.of(Assignment.set(path("status"), "sent")),
                List.of(eq(path("status"), "open")),
                List.of(),
                CallOptions.NONE);
        List<Write> writes = List.of(raise, insertions(2, CallOptions.NONE).get(1));
        server.begin((number, operation) -> number == 0 ? Reaction.CUT : Reaction.PASS);
        assertThat(adapter.writeTogether(writes)).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(server.requests()).isEqualTo(2);
        assertThat(find(adapter, eq(path("customer"), "ann"))).hasSize(2);
    }

    @Test
    void ofTwentyThreadsOneWinsTheRaceForAnItem() throws Exception {
        List<WriteOutcome> outcomes =
                together(i -> adapter.insert(insertions(1, CallOptions.NONE).get(0)));
        assertThat(outcomes).filteredOn(WriteOutcome.Written.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(WriteOutcome.Violated.class::isInstance).hasSize(THREADS - 1);
    }

    @Test
    void ofTwentyThreadsThatChangeOneItemNoneIsLost() throws Exception {
        adapter.insertAll(insertions(1, CallOptions.NONE));
        List<WriteOutcome> outcomes = together(i -> adapter.update(new Update(
                source,
                List.of("ann", 0L),
                List.of(new Assignment(path("total"), Assignment.Operation.INCREMENT, BigDecimal.ONE)),
                List.of(),
                List.of(),
                CallOptions.NONE)));
        assertThat(outcomes).allMatch(WriteOutcome.Written.class::isInstance);
        List<WriteOutcome> greatest = together(i -> adapter.update(new Update(
                source,
                List.of("ann", 0L),
                List.of(new Assignment(path("note"), Assignment.Operation.MAX, String.format("%02d", i))),
                List.of(),
                List.of(),
                CallOptions.NONE)));
        assertThat(greatest).allMatch(WriteOutcome.Written.class::isInstance);
        ScanSpec all = new ScanSpec(List.of(4, 6), OptionalLong.empty(), CallOptions.NONE);
        try (RowCursor cursor = adapter.scan(
                adapter.plan(Orders.query(source, List.of(), Window.ALL, eq(path("customer"), "ann")))
                        .plan(),
                all)) {
            Row row = cursor.next();
            assertThat(row.get(4)).isEqualTo(new BigDecimal(THREADS));
            assertThat(row.get(6)).isEqualTo("19");
        }
    }

    private interface Numbered {
        WriteOutcome write(int number);
    }

    private static List<WriteOutcome> together(Numbered work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<WriteOutcome>> begun = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(() -> work.write(i)))
                    .toList();
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (Future<WriteOutcome> one : begun) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
