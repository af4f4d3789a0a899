package dev.ectype.adapter.dynamo.internal.read;

import dev.ectype.adapter.dynamo.internal.call.Workers;
import dev.ectype.adapter.dynamo.internal.plan.Route;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The pages of several partitions, in any order; as many are asked at the same time as the adapter may make requests. */
final class PartitionPages implements Pages {
    private final Fetch fetch;
    private final Queue<QueryPages> waiting = new ArrayDeque<>();
    private final Queue<Begun> begun = new ArrayDeque<>();

    private record Begun(QueryPages pages, CompletableFuture<Optional<List<Map<String, AttributeValue>>>> page) {}

    PartitionPages(Fetch fetch, Route.Partitions route) {
        this.fetch = fetch;
        TableIndex index = route.index();
        route.conditions()
                .forEach(condition -> waiting.add(new QueryPages(
                        fetch, new Route.Partitions(index, List.of(condition), route.forward()), PageSize.ANY)));
    }

    private void begin(QueryPages pages) {
        begun.add(new Begun(pages, fetch.connection().workers().begin(() -> Optional.ofNullable(pages.next()))));
    }

    @Override
    public @Nullable List<Map<String, AttributeValue>> next() {
        while (begun.size() < fetch.connection().options().concurrency() && !waiting.isEmpty()) {
            begin(waiting.remove());
        }
        Begun first = begun.poll();
        if (first == null) {
            return null;
        }
        Optional<List<Map<String, AttributeValue>>> page = Workers.await(first.page());
        page.ifPresent(more -> begin(first.pages()));
        return page.orElseGet(List::of);
    }
}
