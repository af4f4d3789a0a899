package dev.ectype.adapter.mongo;

import dev.ectype.adapter.mongo.server.EmbeddedDiffers;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.StoresPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that an adapter must do, asked of this one, with times kept to the microsecond. */
@ExtendWith(EmbeddedDiffers.class)
class MongoContractTest extends AdapterContract {
    @Override
    public AdapterFixture fixture() {
        return onTestServer();
    }

    @Test
    void thePageOfStoresSaysWhatIsClaimed() {
        StoresPage.hold(Path.of("../docs/stores.md"), MongoClaims.claims());
        StoresPage.holdSummary(Path.of("../README.md"), MongoClaims.claims());
    }

    /** Returns the adapter on the server of the tests. */
    static AdapterFixture onTestServer() {
        return new MongoFixture(MongoAdapter.over(
                TestServer.client(),
                TestServer.newDatabase(),
                MongoOptions.DEFAULTS.withFinerTimes(MongoOptions.FinerTimes.KEEP)));
    }
}
