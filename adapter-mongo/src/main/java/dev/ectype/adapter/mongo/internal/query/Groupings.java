package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.number;
import static dev.ectype.adapter.mongo.internal.query.Docs.text;

import dev.ectype.adapter.mongo.internal.codec.RowFormat;
import dev.ectype.adapter.mongo.internal.codec.StoredTexts;
import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Aggregate;
import dev.ectype.query.ir.Grouping;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Aggregating;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Verdict;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** Groupings as pipelines, whole or not at all. */
public final class Groupings {
    private static final String SLOT = "s";
    private static final Operand ONE = new Value(1, Storage.Scalar.INT32, false);

    private final MongoSource source;
    private final QueryRequest request;
    private final Grouping grouping;
    private final List<BsonDocument> stages = new ArrayList<>();

    private Groupings(MongoSource source, QueryRequest request, Grouping grouping) {
        this.source = source;
        this.request = request;
        this.grouping = grouping;
    }

    /** Plans a grouping. */
    public static Aggregating.Answer plan(MongoSource source, QueryRequest request, Grouping grouping) {
        try {
            return new Aggregating.Answer(
                    Optional.of(new Groupings(source, request, grouping).plan()), Verdict.exact());
        } catch (Untranslatable | Unstorable refused) {
            return new Aggregating.Answer(Optional.empty(), Verdict.refused(String.valueOf(refused.getMessage())));
        }
    }

    private GroupPlan plan() {
        RowFormat format = source.formats()
                .named(grouping.result(), names(grouping.result().size()), texts());
        add("$match", filter(source.scope(), request.conjuncts()));
        stages.add(doc("$group", group()));
        stages.add(doc("$project", project()));
        if (!grouping.keys().isEmpty()) {
            addResultStages(Scope.ofResults(source.formats(), format));
        }
        AccessPaths paths = new AccessPaths(source, request.conjuncts());
        return new GroupPlan(source, grouping, stages, format, paths.access(List.of(), false));
    }

    /** Results that are object ids as the fields are that they come from. */
    private StoredTexts texts() {
        Expressions expressions = new Expressions(source.scope());
        List<Operand> operands = new ArrayList<>(grouping.keys());
        grouping.aggregates()
                .forEach(aggregate -> operands.add(aggregate.operand().orElse(ONE)));
        Set<String> objectIds = IntStream.range(0, operands.size())
                .filter(slot -> expressions.isOpaque(operands.get(slot)))
                .mapToObj(slot -> grouping.result().slot(slot))
                .filter(slot -> slot.storage() == Storage.Scalar.TEXT)
                .map(Layout.Slot::source)
                .collect(Collectors.toSet());
        return new StoredTexts(objectIds, Set.of());
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> SLOT + i).toList();
    }

    private static BsonDocument filter(Scope scope, List<Predicate> conditions) {
        return Docs.and(conditions.stream()
                .map(condition -> FilterTranslator.whereTrue(scope, condition))
                .toList());
    }

    private void add(String stage, BsonDocument content) {
        if (!content.isEmpty()) {
            stages.add(doc(stage, content));
        }
    }

    private void addResultStages(Scope results) {
        add("$match", filter(results, grouping.having()));
        Sorting sorting = Sorting.of(results, grouping.order());
        add("$addFields", sorting.computed());
        add("$sort", sorting.keys());
        Window window = grouping.window();
        window.after().ifPresent(place -> {
            throw new Untranslatable("the window of a grouping begins at a number, not behind a row");
        });
        if (window.offset() > 0) {
            stages.add(doc("$skip", new BsonInt64(window.offset())));
        }
        window.limit()
                .ifPresent(limit ->
                        stages.add(limit == 0 ? doc("$match", Docs.never()) : doc("$limit", new BsonInt64(limit))));
    }

    /** Absent and null are two values to the server, so that keys are made null where they are absent. */
    private BsonDocument group() {
        Expressions expressions = new Expressions(source.scope());
        BsonDocument keys = new BsonDocument();
        for (int i = 0; i < grouping.keys().size(); i++) {
            Operand key = grouping.keys().get(i);
            requireEqualByValue(key);
            keys.put(SLOT + i, Expressions.orNull(expressions.of(key)));
        }
        BsonDocument group = doc(MongoSource.ID, keys.isEmpty() ? Docs.nothing() : keys);
        for (int i = 0; i < grouping.aggregates().size(); i++) {
            Accumulators.add(group, slot(i), grouping.aggregates().get(i), expressions);
        }
        return group;
    }

    private static void requireEqualByValue(Operand key) {
        Kind kind = Kind.of(key.storage());
        if (kind.hasParts() || kind == Kind.ANY) {
            throw new Untranslatable("the store compares " + kind + " values by the order of their parts");
        }
    }

    private String slot(int aggregate) {
        return SLOT + (grouping.keys().size() + aggregate);
    }

    private BsonDocument project() {
        BsonDocument project = doc(MongoSource.ID, number(0));
        for (int i = 0; i < grouping.keys().size(); i++) {
            project.put(SLOT + i, text("$" + MongoSource.ID + "." + SLOT + i));
        }
        for (int i = 0; i < grouping.aggregates().size(); i++) {
            Aggregate aggregate = grouping.aggregates().get(i);
            project.put(slot(i), Accumulators.result(slot(i), aggregate));
        }
        return project;
    }
}
