package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.call.Workers;
import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * The pages of a whole table. In several segments, the next page of each is fetched while the reader is busy with those
 * before, so that at most one page of each waits in memory.
 */
final class ScanPages implements Pages {
    private final Fetch fetch;
    private final PageSize size;
    private final int segments;
    private final boolean counting;
    private final Queue<Segment> waiting = new ArrayDeque<>();

    private record Segment(int number, CompletableFuture<ScanResponse> page) {}

    ScanPages(Fetch fetch, PageSize size, int segments, boolean counting) {
        this.fetch = fetch;
        this.size = size;
        this.segments = segments;
        this.counting = counting;
        for (int number = 0; number < segments; number++) {
            waiting.add(begin(number, null));
        }
    }

    private Segment begin(int number, @Nullable Map<String, AttributeValue> from) {
        return new Segment(
                number,
                segments == 1
                        ? new Lazy(() -> ask(number, from))
                        : fetch.connection().workers().begin(() -> ask(number, from)));
    }

    /** One segment is read by the reader's own thread, when it asks. */
    private static final class Lazy extends CompletableFuture<ScanResponse> {
        private final Supplier<ScanResponse> page;

        Lazy(Supplier<ScanResponse> page) {
            this.page = page;
        }

        @Override
        public ScanResponse join() {
            return page.get();
        }
    }

    private @Nullable ScanResponse nextResponse() {
        Segment segment = waiting.poll();
        if (segment == null) {
            return null;
        }
        ScanResponse page = Workers.await(segment.page());
        if (page.hasLastEvaluatedKey()) {
            waiting.add(begin(segment.number(), page.lastEvaluatedKey()));
        }
        return page;
    }

    @Override
    public @Nullable List<Map<String, AttributeValue>> next() {
        ScanResponse page = nextResponse();
        return page == null ? null : page.items();
    }

    /** Returns the number of items on the next page, or -1 at the end. */
    long nextCount() {
        ScanResponse page = nextResponse();
        return page == null ? -1 : page.count();
    }

    private ScanResponse ask(int number, @Nullable Map<String, AttributeValue> from) {
        Placeholders placeholders = new Placeholders();
        ScanRequest.Builder request = ScanRequest.builder()
                .tableName(fetch.table())
                .consistentRead(fetch.consistent())
                .exclusiveStartKey(from)
                .limit(size.limit())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        if (segments > 1) {
            request.segment(number).totalSegments(segments);
        }
        if (fetch.filter() != Expr.ALWAYS) {
            request.filterExpression(Expr.text(fetch.filter(), placeholders));
        }
        if (counting) {
            request.select(Select.COUNT);
        } else {
            request.projectionExpression(Projection.of(fetch.source(), fetch.slots(), placeholders));
        }
        return ask(request.expressionAttributeNames(placeholders.names())
                .expressionAttributeValues(placeholders.values()));
    }

    private ScanResponse ask(ScanRequest.Builder request) {
        ScanResponse response = fetch.ask((client, within) ->
                client.scan(request.overrideConfiguration(within).build()));
        fetch.report("Scan", Optional.empty(), response.scannedCount(), response.count(), response.consumedCapacity());
        return response;
    }
}
