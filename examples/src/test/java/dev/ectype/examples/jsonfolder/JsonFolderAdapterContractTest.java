package dev.ectype.examples.jsonfolder;

import dev.ectype.spi.Source;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

// snippet:json-contract
class JsonFolderAdapterContractTest extends AdapterContract {
    private static final AdapterProfile PROFILE = AdapterProfile.of("JSON folder")
            .without(Capability.KEYSET, JsonFolderAdapter.NO_PLACE)
            .without(Capability.NESTED_CHANGES, JsonFolderAdapter.ONLY_SET)
            .without(Capability.INCREMENT, JsonFolderAdapter.ONLY_SET)
            .without(Capability.LIST_CHANGES, JsonFolderAdapter.ONLY_SET)
            .without(Capability.MIN_MAX, JsonFolderAdapter.ONLY_SET)
            .without(Capability.UPSERT_KEEP, JsonFolderAdapter.NO_UPSERT)
            .without(Capability.UPSERT_CHANGE, JsonFolderAdapter.NO_UPSERT)
            .without(Capability.ANY_VALUES, JsonFolderAdapter.ONE_KIND)
            .without(Capability.ONE_OF, JsonFolderAdapter.ONE_KIND)
            .without(Capability.INDEX_ACCESS, "files have no index")
            .without(Capability.BULK_INSERT, "one file a write")
            .without(Capability.BULK_CHANGE, "one file a write")
            .without(Capability.AGGREGATION, "one file a row")
            .without(Capability.JOINS, "one file a row")
            .without(Capability.ATOMIC_WRITES, "one file a write")
            .without(Capability.TRANSACTIONS, "one file a write");

    @TempDir
    Path folder;

    @Override
    public AdapterFixture fixture() {
        return new JsonFolderFixture(new JsonFolderAdapter(folder));
    }

    private record JsonFolderFixture(JsonFolderAdapter adapter) implements AdapterFixture {
        @Override
        public AdapterProfile profile() {
            return PROFILE;
        }

        @Override
        public void create(Source source) {
            adapter.clear(source);
        }

        @Override
        public void close() {
            adapter.close();
        }
    }
}
// end
