package dev.ectype.adapter.mongo;

import dev.ectype.adapter.mongo.server.EmbeddedDiffers;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.profile.StoresPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that an adapter must do, asked of this one, with times kept to the microsecond. */
@ExtendWith(EmbeddedDiffers.class)
class MongoContractTest extends AdapterContract {
    @Override
    public AdapterFixture fixture() {
        return new Fixture();
    }

    @Test
    void thePageOfStoresSaysWhatIsClaimed() {
        StoresPage.hold(Path.of("../docs/stores.md"), MongoClaims.claims());
        StoresPage.holdSummary(Path.of("../README.md"), MongoClaims.claims());
    }

    static final class Fixture implements AdapterFixture {
        private final MongoAdapter adapter = MongoAdapter.over(
                TestServer.client(),
                TestServer.newDatabase(),
                MongoOptions.DEFAULTS.withFinerTimes(MongoOptions.FinerTimes.KEEP));

        @Override
        public AdapterProfile profile() {
            boolean transactions = adapter.as(Transactional.class).isPresent();
            return transactions
                    ? MongoClaims.claims()
                    : MongoClaims.claims().without(Capability.TRANSACTIONS, "a replica set");
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
