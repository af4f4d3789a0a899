package dev.ectype.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.tck.association.AssociationReplaceContract;
import dev.ectype.tck.association.AssociationWriteContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.harness.AdapterUnderTest;
import dev.ectype.tck.write.TransactionContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The parts of the contract that need transactions, on a stand-in: what the adapter does with a session, from its beginning to its
 * end, through the driver. A real server is held to the whole contract by {@link MongoContractTest}.
 */
class StandInContractTest implements AdapterUnderTest {
    private static final StandInReplicaSet SERVER = new StandInReplicaSet();
    private static final MongoClient CLIENT = MongoClients.create(SERVER.uri());
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.stop();
    }

    @Override
    public AdapterFixture fixture() {
        return new MongoFixture(MongoAdapter.over(CLIENT, "standin_" + DATABASES.incrementAndGet()));
    }

    @Nested
    class Transacting extends TransactionContract {}

    @Nested
    class Relating extends AssociationWriteContract {}

    @Nested
    class Replacing extends AssociationReplaceContract {}
}
