package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bson.BsonDocument;

/** Decides what of a query the store does; the filter that is accepted is the filter that is sent. */
public final class Planner {
    private final MongoSource source;
    private final QueryRequest request;
    private final List<BsonDocument> filters = new ArrayList<>();
    private final List<Predicate> accepted = new ArrayList<>();
    private final List<Verdict> where = new ArrayList<>();
    private Sorting sorting = new Sorting(new BsonDocument(), new BsonDocument());
    private Verdict order = Verdict.exact();
    private Verdict window = Verdict.exact();

    private Planner(MongoSource source, QueryRequest request) {
        this.source = source;
        this.request = request;
    }

    /** Plans a query. */
    public static PushDown plan(MongoSource source, QueryRequest request) {
        Planner planner = new Planner(source, request);
        request.conjuncts().forEach(planner::take);
        planner.takeOrder();
        planner.takeWindow();
        return new PushDown(planner.plan(), planner.where, planner.order, planner.window);
    }

    /**
     * Returns the filter of conditions on a row that is written.
     *
     * @throws dev.ectype.error.MappingException if the store cannot test one of them exactly
     */
    public static BsonDocument conditions(MongoSource source, List<Predicate> conditions) {
        List<BsonDocument> filters = new ArrayList<>();
        for (Predicate condition : conditions) {
            try {
                filters.add(FilterTranslator.whereTrue(source.scope(), condition));
            } catch (Untranslatable | Unstorable refused) {
                throw Refusals.condition(source.source(), condition, String.valueOf(refused.getMessage()));
            }
        }
        return Docs.and(filters);
    }

    private void take(Predicate conjunct) {
        try {
            filters.add(FilterTranslator.whereTrue(source.scope(), conjunct));
            accepted.add(conjunct);
            where.add(Verdict.exact());
        } catch (Untranslatable | Unstorable refused) {
            where.add(Verdict.refused(String.valueOf(refused.getMessage())));
        }
    }

    private void takeOrder() {
        try {
            sorting = Sorting.of(source.scope(), request.order());
        } catch (Untranslatable refused) {
            order = Verdict.refused(refused.why());
        }
    }

    private void takeWindow() {
        Window asked = request.window();
        boolean rowsKnown = where.stream().allMatch(Verdict::isExact) && order.isExact();
        if (asked.isAll()) {
            return;
        }
        try {
            if (!rowsKnown) {
                throw new Untranslatable("the window can only be taken after every condition and the order");
            }
            asked.after()
                    .ifPresent(place -> filters.add(
                            FilterTranslator.whereTrue(source.scope(), Keysets.after(request.order(), place))));
        } catch (Untranslatable | Unstorable refused) {
            window = Verdict.refused(String.valueOf(refused.getMessage()));
        }
    }

    private FindPlan plan() {
        AccessPaths paths = new AccessPaths(source, accepted);
        paths.wholeKey().ifPresent(filters::add);
        boolean taken = window.isExact();
        Window asked = request.window();
        boolean nothingWanted =
                taken && asked.limit().isPresent() && asked.limit().getAsLong() == 0;
        return new FindPlan(
                source,
                nothingWanted ? Docs.never() : Docs.and(filters),
                sorting.computed(),
                sorting.keys(),
                taken ? asked.offset() : 0,
                taken && !nothingWanted ? asked.limit() : OptionalLong.empty(),
                paths.access(request.order(), taken && asked.limit().isPresent()));
    }
}
