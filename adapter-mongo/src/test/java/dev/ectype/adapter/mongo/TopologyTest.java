package dev.ectype.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ectype.adapter.mongo.sample.Things;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.error.StoreException;
import dev.ectype.spi.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the servers are is asked in time, and is no longer believed when they become something else. */
@Timeout(30)
class TopologyTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void serversThatAreNotThereAreGivenUpInTimeAndAskedAgain() {
        try (MongoAdapter nowhere = MongoAdapter.connect(
                "mongodb://127.0.0.1:1/shop?directConnection=true", MongoOptions.DEFAULTS.withTimeout(LIMIT))) {
            List<Supplier<?>> calls = List.of(
                    () -> nowhere.as(Transactional.class),
                    () -> nowhere.as(Transactional.class),
                    () -> nowhere.storage(Things.source("things")).missing(),
                    () -> nowhere.storage(Things.source("things")).create());
            for (Supplier<?> call : calls) {
                long start = System.nanoTime();
                StoreException failure = catchThrowableOfType(StoreException.class, call::get);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(3));
                assertThat(failure.outcome()).isEqualTo(StoreException.Outcome.NOT_DONE);
                assertThat(failure.retryable()).isTrue();
            }
        }
    }

    @Test
    void aServerThatBecomesAReplicaSetIsFoundToBeOne() throws InterruptedException {
        StandInReplicaSet server = new StandInReplicaSet();
        server.setInitiated(false);
        String uri =
                "mongodb://" + server.host() + ":" + server.port() + "/?directConnection=true&heartbeatFrequencyMS=500";
        try (MongoClient client = MongoClients.create(uri)) {
            MongoAdapter adapter = MongoAdapter.over(client, "shop");
            assertThat(adapter.as(Transactional.class)).isEmpty();
            server.setInitiated(true);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (adapter.as(Transactional.class).isEmpty() && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertThat(adapter.as(Transactional.class)).isPresent();
        } finally {
            server.stop();
        }
    }
}
