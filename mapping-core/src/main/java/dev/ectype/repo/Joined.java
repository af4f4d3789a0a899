package dev.ectype.repo;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.plan.JoinPlan;
import dev.ectype.preload.Owners;
import dev.ectype.preload.Preloader;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.query.RelatedQueries;
import dev.ectype.query.ir.Window;
import dev.ectype.schema.Association;
import dev.ectype.schema.Link;
import dev.ectype.schema.Schema;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.QueryRequest;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records of a query that come from the store with records related to them. Immutable. */
final class Joined<R> {
    private final Query<R> query;
    private final List<Part<R, ?>> parts;

    private Joined(Query<R> query, List<Part<R, ?>> parts) {
        this.query = query;
        this.parts = parts;
    }

    /** Tells whether a query wants any. */
    static boolean isWantedBy(Queryable<?> query) {
        return query instanceof Query<?> records
                && !records.preloads().isEmpty()
                && records.preloads().stream().anyMatch(Preload::isJoined);
    }

    /**
     * Returns what a prepared query wants.
     *
     * @throws MappingException if records are not directly related
     */
    static <R> Joined<R> of(Call call, Query<R> prepared) {
        List<Part<R, ?>> parts = new ArrayList<>();
        for (Preload<R, ?> each : Preloader.merged(prepared.schema(), prepared.preloads())) {
            if (each.isJoined()) {
                parts.add(part(call, prepared, each));
            }
        }
        return new Joined<>(prepared, parts);
    }

    private static <R, E> Part<R, E> part(Call call, Query<R> owners, Preload<R, E> preload) {
        Association<R, E, ?> association = preload.association();
        Query<E> related = RelatedQueries.ordered(preload.query(), association);
        return new Part<>(association, call.preparedRelated(owners, related), preload);
    }

    JoinPlan plan(Call call) {
        boolean mayScanRelated = query.consents().scan()
                || parts.stream().allMatch(part -> part.related.consents().scan());
        List<Join> joins = parts.stream().<Join>map(Part::join).toList();
        return JoinPlan.of(call.adapter(), query.request(), joins, query.consents(), mayScanRelated);
    }

    /** Returns the record of a row, with those related to it. */
    R load(Row row) {
        Schema<R> schema = query.schema();
        Layout layout = schema.layout();
        R owner = PlannedQuery.loadQueried(schema, Row.over(layout, Arrays.copyOf(row.toArray(), layout.size())));
        for (int i = 0; i < parts.size(); i++) {
            owner = parts.get(i).filled(owner, row.get(layout.size() + i));
        }
        return owner;
    }

    /** Records of one association. */
    private record Part<R, E>(Association<R, E, ?> association, Query<E> related, Preload<R, E> preload) {

        Join join() {
            Link<R, E> link = association
                    .linked()
                    .orElseThrow(() -> new MappingException(
                            Kind.USAGE,
                            "only records that are directly related can be read with their owners; leave joined() out",
                            Map.of("association", association)));
            return new Join(link.owner().path(), link.related().path(), request(), PlannedQuery.slots(related));
        }

        private QueryRequest request() {
            QueryRequest all = related.request();
            Window window = preload.perOwner().isPresent()
                    ? Window.first(preload.perOwner().getAsInt())
                    : Window.ALL;
            return new QueryRequest(all.source(), all.conjuncts(), all.order(), window);
        }

        R filled(R owner, @Nullable Object rows) {
            List<E> records = new ArrayList<>();
            for (Object each : (List<?>) Objects.requireNonNull(rows)) {
                records.add(PlannedQuery.loadQueried(related.schema(), (Row) each));
            }
            return Owners.with(association.shape(), owner, association, association.value(records));
        }
    }
}
