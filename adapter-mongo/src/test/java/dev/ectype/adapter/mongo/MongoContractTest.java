package dev.ectype.adapter.mongo;

import dev.ectype.adapter.mongo.server.EmbeddedDiffers;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.Source;
import dev.ectype.spi.Transactional;
import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.AdapterProfile;
import dev.ectype.tck.profile.Capability;
import dev.ectype.tck.profile.StoresPage;
import dev.ectype.types.stored.Storage.Scalar;
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
        StoresPage.hold(Path.of("../docs/stores.md"), Fixture.claims());
        StoresPage.holdSummary(Path.of("../README.md"), Fixture.claims());
    }

    static final class Fixture implements AdapterFixture {
        private final MongoAdapter adapter = MongoAdapter.over(
                TestServer.client(),
                TestServer.newDatabase(),
                MongoOptions.DEFAULTS.withFinerTimes(MongoOptions.FinerTimes.KEEP));

        /** Returns what is claimed on a replica set. */
        static AdapterProfile claims() {
            return AdapterProfile.of("MongoDB")
                    .without(Capability.BIG_NUMBERS, "34 digits")
                    .without(Capability.BULK_RETURNING, "")
                    .without(Capability.SAVEPOINTS, "no savepoints")
                    .without(Capability.ATOMIC_WRITES, "transactions")
                    .withoutForm(Predicate.Compare.class, Fixture::sortsBytes, "does not sort BINARY")
                    .withoutForm(
                            Order.class, order -> order.operand().storage() == Scalar.BINARY, "does not sort BINARY")
                    .withoutForm(Order.class, order -> changesCase(order.operand()), "changes the case")
                    .withoutForm(Predicate.Compare.class, Fixture::comparesCases, "changes the case")
                    .withoutForm(FieldPath.class, Fixture::hasTwoPositions, "two positions");
        }

        @Override
        public AdapterProfile profile() {
            boolean transactions = adapter.as(Transactional.class).isPresent();
            return transactions ? claims() : claims().without(Capability.TRANSACTIONS, "a replica set");
        }

        private static boolean sortsBytes(Predicate.Compare compare) {
            return compare.comparison() != Comparison.EQ
                    && compare.comparison() != Comparison.NE
                    && compare.left().storage() == Scalar.BINARY;
        }

        private static boolean comparesCases(Predicate.Compare compare) {
            boolean plain = compare.right() instanceof Value
                    && (compare.comparison() == Comparison.EQ || compare.comparison() == Comparison.NE)
                    && compare.left() instanceof Operand.Call call
                    && call.arguments().get(0) instanceof FieldPath;
            return !plain && (changesCase(compare.left()) || changesCase(compare.right()));
        }

        private static boolean changesCase(Operand operand) {
            return operand instanceof Operand.Call call
                    && (call.function() == Operand.Function.LOWER
                            || call.function() == Operand.Function.UPPER
                            || call.arguments().stream().anyMatch(Fixture::changesCase));
        }

        private static boolean hasTwoPositions(FieldPath path) {
            return path.steps().stream()
                            .filter(FieldPath.Position.class::isInstance)
                            .count()
                    > 1;
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
