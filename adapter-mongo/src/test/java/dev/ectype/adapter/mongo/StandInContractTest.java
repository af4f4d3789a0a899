package dev.ectype.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ectype.adapter.mongo.server.StandInReplicaSet;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.association.AssociationReplaceContract;
import dev.ectype.tck.association.AssociationWriteContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.harness.AdapterUnderTest;
import dev.ectype.tck.profile.AdapterProfile;
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
        return new Fixture();
    }

    @Nested
    class Transacting extends TransactionContract {}

    @Nested
    class Relating extends AssociationWriteContract {}

    @Nested
    class Replacing extends AssociationReplaceContract {}

    private static final class Fixture implements AdapterFixture {
        private final MongoAdapter adapter = MongoAdapter.over(CLIENT, "standin_" + DATABASES.incrementAndGet());

        @Override
        public AdapterProfile profile() {
            return MongoClaims.claims();
        }

        @Override
        public Adapter adapter() {
            return adapter;
        }

        @Override
        public void create(Source source) {
            adapter.storage(source).drop();
            adapter.storage(source).create();
        }

        @Override
        public void close() {
            adapter.close();
        }
    }
}
