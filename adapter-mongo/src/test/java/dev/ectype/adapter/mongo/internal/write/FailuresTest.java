package dev.ectype.adapter.mongo.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import dev.ectype.error.StoreException;
import dev.ectype.error.StoreException.Outcome;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private static MongoException answer(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)), new ServerAddress());
    }

    /** A server that was lost takes the calls with it that wait for a connection. */
    @Test
    void whatWaitedForAConnectionIsNotDoneAndCanBeTriedAgain() {
        ServerId server = new ServerId(new ClusterId(), new ServerAddress());
        List<MongoException> unsent = List.of(
                new MongoConnectionPoolClearedException(server, null), new MongoServerUnavailableException("closed"));
        for (MongoException each : unsent) {
            StoreException failure = Failures.ofWrite(each, "c");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"175, true", "11601, true", "10107, false", "2, false"})
    void aServerThatStopsInTheMiddleMayHaveChangedSome(int code, boolean maybe) {
        assertThat(Failures.mayBePartial(answer(code))).isEqualTo(maybe);
    }
}
