package dev.ectype.adapter.inmemory;

import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.StoresPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Everything that an adapter must do, claimed without exception. */
class InMemoryContractTest extends AdapterContract {

    @Override
    public AdapterFixture fixture() {
        return new InMemoryFixture();
    }

    @Test
    void thePageOfStoresSaysWhatIsClaimed() {
        StoresPage.hold(Path.of("../docs/stores.md"), fixture().profile());
        StoresPage.holdSummary(Path.of("../README.md"), fixture().profile());
    }
}
