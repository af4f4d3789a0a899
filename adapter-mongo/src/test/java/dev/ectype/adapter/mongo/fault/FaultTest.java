package dev.ectype.adapter.mongo.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.MongoOptions;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.error.StoreException;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.OnConflict;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that breaks: the error says what is known, nothing hangs, and the next call works. */
@Timeout(30)
class FaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int ROWS = 300;

    private final String database = TestServer.newDatabase();
    private final Source source = Things.source("things");
    private Proxy proxy;
    private MongoAdapter adapter;

    @BeforeEach
    void connect() throws IOException {
        ServerAddress server = new ServerAddress(
                new ConnectionString(TestServer.uri()).getHosts().get(0));
        proxy = new Proxy(server.getHost(), server.getPort());
        adapter = adapter(proxy.address());
    }

    private MongoAdapter adapter(String address) {
        return MongoAdapter.connect(
                "mongodb://" + address + "/" + database + "?directConnection=true&retryWrites=false&retryReads=false",
                MongoOptions.DEFAULTS.withTimeout(LIMIT).withBatchSize(50));
    }

    @AfterEach
    void disconnect() throws IOException {
        adapter.close();
        proxy.close();
    }

    private WriteOutcome insert(int id) {
        return adapter.insert(new Insert(
                source, Things.row(id, Map.of("text", "t")), OnConflict.raise(), List.of(), CallOptions.NONE));
    }

    private RowCursor scan() {
        QueryRequest all = new QueryRequest(source, List.of(), List.of(), Window.ALL);
        return adapter.scan(adapter.plan(all).plan(), new ScanSpec(List.of(0), OptionalLong.empty(), CallOptions.NONE));
    }

    private static int drain(RowCursor rows) {
        try (rows) {
            return (int) IntStream.iterate(0, i -> i + 1)
                    .takeWhile(i -> rows.next() != null)
                    .count();
        }
    }

    @Test
    void aConnectionCutInMidWriteMayHaveWrittenAndTheNextCallWorks() {
        insert(1);
        proxy.set(Proxy.Mode.CUT_REPLIES);
        StoreException failure = catchThrowableOfType(StoreException.class, () -> insert(2));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
        assertThat(failure.retryable()).isFalse();
        proxy.set(Proxy.Mode.PASS);
        assertThat(insert(3)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(insert(2)).as("it had arrived").isInstanceOf(WriteOutcome.Violated.class);
    }

    @Test
    void aRequestThatIsCutInTheMiddleMayHaveArrivedAndTheNextCallWorks() {
        insert(1);
        proxy.set(Proxy.Mode.CUT_REQUESTS);
        StoreException failure = catchThrowableOfType(StoreException.class, () -> insert(2));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
        proxy.set(Proxy.Mode.PASS);
        assertThat(insert(2)).as("it had not arrived").isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void aServerThatStallsDuringAStreamIsGivenUpInTime() {
        IntStream.range(0, ROWS).forEach(this::insert);
        RowCursor rows = scan();
        assertThat(rows.next()).isNotNull();
        proxy.set(Proxy.Mode.STALL);
        long start = System.nanoTime();
        StoreException failure = catchThrowableOfType(StoreException.class, () -> drain(rows));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(3));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
        proxy.set(Proxy.Mode.PASS);
        assertThat(drain(scan())).isEqualTo(ROWS);
    }

    @Test
    void aCommitWhoseReplyIsLostIsUnknownAndTheNextTransactionWorks() throws IOException {
        StandInReplicaSet set = new StandInReplicaSet();
        try (Proxy stretch = new Proxy(set.host(), set.port());
                MongoAdapter over = adapter(stretch.address())) {
            Transactional transactions = over.as(Transactional.class).orElseThrow();
            try (Transactional.Transaction lost = transactions.begin(CallOptions.NONE)) {
                insertInto(lost, 1);
                stretch.set(Proxy.Mode.CUT_REPLIES);
                StoreException failure = catchThrowableOfType(StoreException.class, lost::commit);
                assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
                stretch.set(Proxy.Mode.PASS);
            }
            try (Transactional.Transaction next = transactions.begin(CallOptions.NONE)) {
                insertInto(next, 2);
                next.commit();
            }
        } finally {
            set.stop();
        }
    }

    private void insertInto(Transactional.Transaction transaction, int id) {
        Insert insert = new Insert(source, Things.row(id, Map.of()), OnConflict.raise(), List.of(), CallOptions.NONE);
        assertThat(transaction.adapter().insert(insert)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpInTime() {
        insert(1);
        proxy.set(Proxy.Mode.STALL);
        long start = System.nanoTime();
        StoreException failure = catchThrowableOfType(StoreException.class, () -> insert(2));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(3));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
        proxy.set(Proxy.Mode.PASS);
        assertThat(insert(3)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void aCallOfSeveralRequestsHasOneLimitForAllOfThem() {
        insert(1);
        proxy.set(Proxy.Mode.SLOW);
        long start = System.nanoTime();
        // A key that is taken is told by a second request, which would end after the limit.
        StoreException failure = catchThrowableOfType(StoreException.class, () -> insert(1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Proxy.SLOWLY.multipliedBy(2));
        assertThat(failure).hasMessageContaining("in time");
    }

    @Test
    void anUpdateThatFindsNothingHasOneLimitForAllOfItsRequests() {
        insert(1);
        proxy.set(Proxy.Mode.SLOW);
        List<Assignment> grow = List.of(new Assignment(Things.path("int32"), Assignment.Operation.INCREMENT, 1));
        NativePlan all = adapter.plan(new QueryRequest(source, List.of(), List.of(), Window.ALL))
                .plan();
        List<Supplier<?>> calls = List.of(
                () -> adapter.update(new Update(source, List.of(9), grow, List.of(), List.of(), CallOptions.NONE)),
                () -> adapter.updateAll(all, grow, CallOptions.NONE));
        for (Supplier<?> call : calls) {
            long start = System.nanoTime();
            // Whether something keeps the number from growing is told by a second request, which would end after the
            // limit.
            StoreException failure = catchThrowableOfType(StoreException.class, call::get);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Proxy.SLOWLY.multipliedBy(2));
            assertThat(failure).hasMessageContaining("in time");
        }
    }

    @Test
    void aTransactionWhoseConnectionIsLostBeforeItsEndIsNotDoneAndCanBeTriedAgain() throws IOException {
        StandInReplicaSet set = new StandInReplicaSet();
        try (Proxy stretch = new Proxy(set.host(), set.port());
                MongoAdapter over = adapter(stretch.address());
                Transactional.Transaction lost =
                        over.as(Transactional.class).orElseThrow().begin(CallOptions.NONE)) {
            insertInto(lost, 1);
            stretch.set(Proxy.Mode.CUT_REPLIES);
            StoreException failure = catchThrowableOfType(StoreException.class, () -> insertInto(lost, 2));
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
            assertThat(failure.retryable()).isTrue();
            stretch.set(Proxy.Mode.PASS);
        } finally {
            set.stop();
        }
    }

    @Test
    void aTransactionOnAServerThatStallsIsGivenUpInTime() throws IOException {
        StandInReplicaSet set = new StandInReplicaSet();
        try (Proxy stretch = new Proxy(set.host(), set.port());
                MongoAdapter over = adapter(stretch.address())) {
            Transactional transactions = over.as(Transactional.class).orElseThrow();
            Transactional.Transaction open = transactions.begin(CallOptions.NONE);
            insertInto(open, 1);
            stretch.set(Proxy.Mode.STALL);
            long start = System.nanoTime();
            assertThat(catchThrowableOfType(StoreException.class, open::commit).outcome())
                    .isEqualTo(StoreException.Outcome.UNKNOWN);
            open.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(2));
        } finally {
            set.stop();
        }
    }

    @Test
    void rowsForWhichThereIsNoTimeLeftAreNotSent() {
        insert(1);
        proxy.set(Proxy.Mode.SLOW);
        OnConflict keep = new OnConflict.Keep(List.of());
        List<Insert> inserts = IntStream.range(2, 6)
                .mapToObj(
                        i -> new Insert(source, Things.row(i, Map.of("text", "t")), keep, List.of(), CallOptions.NONE))
                .toList();
        List<WriteOutcome> outcomes = adapter.insertAll(inserts);
        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(((WriteOutcome.Failed) outcomes.get(1)).failure().outcome())
                .isEqualTo(StoreException.Outcome.UNKNOWN);
        assertThat(((WriteOutcome.Failed) outcomes.get(3)).failure().outcome())
                .isEqualTo(StoreException.Outcome.NOT_DONE);
        proxy.set(Proxy.Mode.PASS);
        assertThat(insert(5)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void credentialsThatTheServerDoesNotTakeAreAnErrorAndNotShown() {
        String address = "mongodb://ann:s3cret@" + proxy.address() + "/" + database + "?directConnection=true";
        try (MongoAdapter stranger = MongoAdapter.connect(address, MongoOptions.DEFAULTS.withTimeout(LIMIT))) {
            StoreException failure = catchThrowableOfType(
                    StoreException.class,
                    () -> stranger.insert(new Insert(
                            source, Things.row(1, Map.of()), OnConflict.raise(), List.of(), CallOptions.NONE)));
            assertThat(failure).hasMessageContaining("MongoDB refused the credentials");
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
            assertThat(failure.toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void aRefusedConnectionIsNotDone() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        try (MongoAdapter nowhere = adapter("127.0.0.1:" + port)) {
            StoreException failure = catchThrowableOfType(
                    StoreException.class,
                    () -> nowhere.insert(new Insert(
                            source, Things.row(1, Map.of()), OnConflict.raise(), List.of(), CallOptions.NONE)));
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void aServerThatGoesDuringAStreamEndsItWithAnErrorAndTheNextCallWorks() {
        IntStream.range(0, ROWS).forEach(this::insert);
        RowCursor rows = scan();
        assertThat(rows.next()).isNotNull();
        proxy.set(Proxy.Mode.CUT_REPLIES);
        proxy.cut();
        StoreException failure = catchThrowableOfType(StoreException.class, () -> drain(rows));
        assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
        proxy.set(Proxy.Mode.PASS);
        assertThat(drain(scan())).isEqualTo(ROWS);
    }

    @Test
    void everyKindOfWriteWhoseReplyIsLostIsUnknownAndTheNextCallWorks() {
        insert(1);
        List<Assignment> changes = List.of(Assignment.set(Things.path("text"), "u"));
        NativePlan all = adapter.plan(new QueryRequest(source, List.of(), List.of(), Window.ALL))
                .plan();
        List<Supplier<?>> writes = List.of(
                () -> adapter.update(new Update(source, List.of(1), changes, List.of(), List.of(), CallOptions.NONE)),
                () -> adapter.insert(upsert(new OnConflict.Keep(List.of()))),
                () -> adapter.insert(upsert(new OnConflict.Change(List.of(), changes, List.of()))),
                () -> adapter.updateAll(all, changes, CallOptions.NONE),
                () -> adapter.delete(new Delete(source, List.of(1), List.of(), List.of(), CallOptions.NONE)),
                () -> adapter.deleteAll(all, CallOptions.NONE));
        for (Supplier<?> write : writes) {
            proxy.set(Proxy.Mode.CUT_REPLIES);
            StoreException failure = catchThrowableOfType(StoreException.class, write::get);
            assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
            assertThat(failure.retryable()).isFalse();
            proxy.set(Proxy.Mode.PASS);
            assertThat(drain(scan())).isLessThanOrEqualTo(1);
        }
    }

    private Insert upsert(OnConflict onConflict) {
        return new Insert(source, Things.row(1, Map.of("text", "v")), onConflict, List.of(), CallOptions.NONE);
    }

    @Test
    void manyRowsWhoseReplyIsLostAreAllUnknown() {
        insert(1);
        proxy.set(Proxy.Mode.CUT_REPLIES);
        List<Insert> inserts = IntStream.range(10, 15)
                .mapToObj(i ->
                        new Insert(source, Things.row(i, Map.of()), OnConflict.raise(), List.of(), CallOptions.NONE))
                .toList();
        assertThat(adapter.insertAll(inserts)).hasSize(5).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(WriteOutcome.Failed.class);
            assertThat(((WriteOutcome.Failed) outcome).failure().outcome()).isEqualTo(StoreException.Outcome.UNKNOWN);
        });
    }
}
