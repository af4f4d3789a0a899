package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import dev.ectype.adapter.dynamo.internal.plan.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The pages of one partition after the other. */
final class QueryPages implements Pages {
    private final Fetch fetch;
    private final Route.Partitions route;
    private final PageSize size;
    private int partition;
    private @Nullable Map<String, AttributeValue> resume;
    private boolean begun;

    QueryPages(Fetch fetch, Route.Partitions route, PageSize size) {
        this.fetch = fetch;
        this.route = route;
        this.size = size;
    }

    private boolean isOver() {
        if (begun && resume == null) {
            partition++;
            begun = false;
        }
        return partition >= route.conditions().size();
    }

    @Override
    public @Nullable List<Map<String, AttributeValue>> next() {
        return isOver() ? null : ask(request(Optional.empty())).items();
    }

    /** Returns the number of items on the next page, none of which is fetched, or -1 at the end. */
    long nextCount() {
        return isOver() ? -1 : ask(request(Optional.of(Select.COUNT))).count();
    }

    private QueryRequest.Builder request(Optional<Select> select) {
        Placeholders placeholders = new Placeholders();
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(fetch.table())
                .indexName(route.index().name().orElse(null))
                .keyConditionExpression(Expr.text(route.conditions().get(partition), placeholders))
                .scanIndexForward(route.forward())
                .consistentRead(fetch.consistent())
                .exclusiveStartKey(resume)
                .limit(size.limit())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        if (fetch.filter() != Expr.ALWAYS) {
            request.filterExpression(Expr.text(fetch.filter(), placeholders));
        }
        select.ifPresentOrElse(
                request::select,
                () -> request.projectionExpression(Projection.of(fetch.source(), fetch.slots(), placeholders)));
        return request.expressionAttributeNames(placeholders.names()).expressionAttributeValues(placeholders.values());
    }

    private QueryResponse ask(QueryRequest.Builder request) {
        QueryResponse response = fetch.ask((client, within) ->
                client.query(request.overrideConfiguration(within).build()));
        fetch.report(
                "Query",
                Optional.of(route.index()),
                response.scannedCount(),
                response.count(),
                response.consumedCapacity());
        begun = true;
        resume = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null;
        return response;
    }
}
