package dev.ectype.adapter.inmemory.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.StoreException;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Layout.Slot;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Who waits for whom, seen while a writer of one table stands still in the middle of its write. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class WaitingTest {
    private static final Layout LAYOUT = new Layout(List.of(new Slot("id", "id", Scalar.INT32)));
    private static final Deadline SOON = Deadline.of(new CallOptions(Optional.of(Duration.ofMillis(50)), List.of()));
    private static final Deadline NEVER = Deadline.of(CallOptions.NONE);

    private final Store store = new Store();
    private final Table table = store.bind(source("here"), TableSettings.NONE).table();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private CompletableFuture<Boolean> writer = CompletableFuture.completedFuture(true);

    private static Source source(String name) {
        return new Source(name, Optional.empty(), LAYOUT, List.of(0), List.of(), List.of());
    }

    private static Row row(int id) {
        return Row.over(LAYOUT, new Object[] {id});
    }

    private static Session.Change<Boolean> inserting(int id) {
        return editor -> {
            editor.insert(row(id));
            return true;
        };
    }

    @BeforeEach
    void stopInTheMiddle() throws InterruptedException {
        store.write(table, NEVER, inserting(1));
        writer = CompletableFuture.supplyAsync(() -> store.write(table, NEVER, editor -> {
            editor.insert(row(2));
            inside.countDown();
            return await(goOn);
        }));
        inside.await();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    @AfterEach
    void letItEnd() {
        goOn.countDown();
        writer.join();
        assertThat(store.read(table).find(List.of(2))).isNotNull();
    }

    @Test
    void aReaderDoesNotWaitAndSeesTheTableAsItWas() {
        TableState state = store.read(table);
        assertThat(state.size()).isEqualTo(1);
        assertThat(state.find(List.of(1))).isNotNull();
        assertThat(state.find(List.of(2))).isNull();
        assertThat(state.cursor(false).next()).isEqualTo(row(1));
    }

    @Test
    void neitherDoesATransactionThatReads() {
        MemoryTransaction transaction = store.begin();
        assertThat(transaction.read(table).size()).isEqualTo(1);
        transaction.commit(NEVER);
    }

    @Test
    void neitherDoesWhoSavesAllTables() {
        assertThat(store.images()).hasSize(1);
        assertThat(store.fork().images()).hasSize(1);
    }

    @Test
    void aWriterOfAnotherTableDoesNotWait() {
        Table other = store.bind(source("there"), TableSettings.NONE).table();
        assertThat(store.write(other, NEVER, inserting(1))).isTrue();
        assertThat(store.read(other).size()).isEqualTo(1);
    }

    @Test
    void aWriterOfTheSameTableWaitsNoLongerThanItMay() {
        assertThatThrownBy(() -> store.write(table, SOON, inserting(3)))
                .isInstanceOfSatisfying(StoreException.class, late -> {
                    assertThat(late.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
                    assertThat(late.retryable()).isTrue();
                });
        assertThat(store.read(table).find(List.of(3))).isNull();
    }
}
