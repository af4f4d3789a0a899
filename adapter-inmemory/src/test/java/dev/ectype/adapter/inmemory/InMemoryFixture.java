package dev.ectype.adapter.inmemory;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import java.util.List;

/** An empty store in memory, for the contract kit. */
final class InMemoryFixture implements AdapterFixture {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    @Override
    public AdapterProfile profile() {
        return AdapterProfile.of("in-memory").without(Capability.ATOMIC_WRITES, "transactions");
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public void create(Source source) {
        adapter.table(source).selectDelete(List.of());
    }

    @Override
    public void close() {
        adapter.close();
    }
}
