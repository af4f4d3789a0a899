package dev.ectype.adapter.mongo;

import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;

/** The adapter under the contract, on whatever server; it claims transactions where there are any. */
final class MongoFixture implements AdapterFixture {
    private final MongoAdapter adapter;

    MongoFixture(MongoAdapter adapter) {
        this.adapter = adapter;
    }

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
