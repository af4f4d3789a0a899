package dev.ectype.adapter.mongo;

import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.QueryRequest;
import dev.ectype.tck.differential.DifferentialContract;
import dev.ectype.tck.harness.AdapterFixture;
import dev.ectype.tck.profile.Needs;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.stream.Stream;

/** Random queries of jOOQ's, on the server of the tests. */
class MongoDifferentialTest extends DifferentialContract {

    @Override
    protected int queries() {
        return 2000;
    }

    /** The embedded server compares decimals as floating point numbers, and counts and sorts UTF-16 units. */
    @Override
    protected boolean spares(QueryRequest query) {
        Stream<Needs> needs =
                Stream.concat(query.conjuncts().stream().map(Needs::of), Stream.of(Needs.of(query.order())));
        return !TestServer.isReal()
                && needs.flatMap(part -> part.nodes().stream()).anyMatch(MongoDifferentialTest::isAnsweredOtherwise);
    }

    /** It also computes with decimals as floating point numbers. */
    @Override
    protected boolean spares(QueryRequest query, Grouping grouping) {
        Stream<Storage> kinds = Stream.concat(
                grouping.result().slots().stream().map(Layout.Slot::storage),
                grouping.aggregates().stream()
                        .flatMap(aggregate -> aggregate.operand().stream())
                        .map(Operand::storage));
        return spares(query)
                || (!TestServer.isReal() && kinds.anyMatch(kind -> kind == Scalar.DECIMAL || kind == Scalar.INTEGER));
    }

    private static boolean isAnsweredOtherwise(Object node) {
        if (node instanceof Operand operand) {
            return operand.storage() == Scalar.DECIMAL
                    || operand.storage() == Scalar.INTEGER
                    || (operand instanceof Operand.Call call && call.function() == Operand.Function.LENGTH);
        }
        return node instanceof Predicate.AnyElement;
    }

    @Override
    public AdapterFixture fixture() {
        return MongoContractTest.onTestServer();
    }
}
