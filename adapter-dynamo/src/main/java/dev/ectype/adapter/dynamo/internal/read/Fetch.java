package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.call.Deadline;
import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.plan.DynamoPlan;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.adapter.dynamo.request.RequestReport;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * How the items of a plan are fetched by one run of it.
 *
 * @param connection the connection
 * @param plan the plan
 * @param filter what the store tests, items that have expired left out
 * @param slots the slots to fetch
 * @param consistent whether the read sees every write that was answered before it
 * @param deadline when the run has to be over
 */
record Fetch(
        Connection connection,
        DynamoPlan plan,
        Expr filter,
        List<Integer> slots,
        boolean consistent,
        Deadline deadline) {

    DynamoSource source() {
        return plan.source();
    }

    String table() {
        return plan.source().table();
    }

    /** Returns the same for other slots. */
    Fetch of(List<Integer> otherSlots) {
        return new Fetch(connection, plan, filter, otherSlots, consistent, deadline);
    }

    /** Makes a request of this run. */
    <R> R ask(Connection.Request<R> request) {
        return connection.read(table(), deadline, request);
    }

    void report(String operation, Optional<TableIndex> index, int examined, int returned, ConsumedCapacity consumed) {
        double units = Connection.units(consumed);
        plan.usage().add(units);
        connection.report(
                new RequestReport(operation, table(), index.flatMap(TableIndex::name), examined, returned, units));
    }
}
