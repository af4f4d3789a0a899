package dev.ectype.adapter.dynamo;

import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.profile.StoresPage;
import dev.ectype.types.stored.Storage.Scalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that an adapter must do, asked of this one. */
class DynamoContractTest extends AdapterContract {
    @Override
    public AdapterFixture fixture() {
        return new Fixture();
    }

    @Test
    void thePageOfStoresSaysWhatIsClaimed() {
        StoresPage.hold(Path.of("../docs/stores.md"), Fixture.PROFILE);
        StoresPage.holdSummary(Path.of("../README.md"), Fixture.PROFILE);
    }

    static final class Fixture implements AdapterFixture {
        private static final AdapterProfile PROFILE = AdapterProfile.of("DynamoDB")
                .without(Capability.BIG_NUMBERS, "38 digits")
                .without(Capability.FAR_TIMES, "years 0 to 9999")
                .without(Capability.FUNCTIONS, "computes nothing")
                .without(Capability.ARITHMETIC, "computes nothing")
                .without(Capability.TEXT_SUFFIX, "how a text ends")
                .without(Capability.TEXT_LIKE, "patterns with '%'")
                .without(Capability.TEXT_IGNORING_CASE, "with their case")
                .without(Capability.ANY_ELEMENT, "elements that equal a value")
                .without(Capability.ORDER, "by their sort key")
                .without(Capability.KEYLESS, "a key of one field")
                .without(Capability.BULK_RETURNING, "")
                .without(Capability.JOINS, "joins no tables")
                .without(Capability.TRANSACTIONS, "")
                .withoutForm(Predicate.Compare.class, Fixture::comparesNumbersOfAnyKind, "numbers of any kind");

        private final DynamoAdapter adapter = DynamoAdapter.over(TestServer.client());
        private final String prefix = TestServer.newPrefix();

        private static boolean comparesNumbersOfAnyKind(Predicate.Compare compare) {
            return compare.left().storage() == Scalar.ANY
                    && compare.right() instanceof Value value
                    && value.value() instanceof Map<?, ?> map
                    && map.values().stream().anyMatch(Number.class::isInstance);
        }

        @Override
        public AdapterProfile profile() {
            return PROFILE;
        }

        @Override
        public Adapter adapter() {
            return adapter;
        }

        @Override
        public String prefix(int number) {
            return prefix + number;
        }

        /** An index of truth values is refused, so that a source that would have one goes without. */
        @Override
        public Source adapt(Source source) {
            List<Source.Index> possible = source.indexes().stream()
                    .filter(index -> index.fields().stream().noneMatch(path -> path.storage() == Scalar.BOOLEAN))
                    .toList();
            return possible.equals(source.indexes())
                    ? source
                    : new Source(
                            source.name(), source.prefix(), source.layout(), source.key(), possible, source.hints());
        }

        @Override
        public void create(Source source) {
            DynamoStorage storage = adapter.storage(source);
            storage.drop();
            storage.create();
        }

        @Override
        public void close() {
            adapter.close();
        }
    }
}
