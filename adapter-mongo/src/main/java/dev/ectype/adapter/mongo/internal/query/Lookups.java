package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.text;

import dev.ectype.adapter.mongo.internal.codec.RowFormat;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Joining;
import dev.ectype.spi.Joining.Join;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.QueryRequest;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * Related documents as {@code $lookup} stages, whole or not at all. Each has a pipeline of its own rather than two names of
 * fields, since those would relate documents without a value to one another.
 */
public final class Lookups {
    private static final String KEY = "key";

    private final Function<Source, MongoSource> sources;
    private final MongoSource owners;
    private final Layout result;
    private final List<BsonDocument> stages = new ArrayList<>();
    private final List<RowFormat> related = new ArrayList<>();
    private Access access = Access.KEY;

    private Lookups(Function<Source, MongoSource> sources, MongoSource owners, Layout result) {
        this.sources = sources;
        this.owners = owners;
        this.result = result;
    }

    /** Plans a query with related documents; {@code sources} derives what is needed of a source. */
    public static Joining.Answer plan(
            Function<Source, MongoSource> sources, QueryRequest query, List<Join> joins, Layout result) {
        try {
            Lookups lookups = new Lookups(sources, sources.apply(query.source()), result);
            return new Joining.Answer(Optional.of(lookups.plan(query, joins)), Verdict.exact());
        } catch (Untranslatable refused) {
            return new Joining.Answer(Optional.empty(), Verdict.refused(refused.why()));
        }
    }

    private JoinPlan plan(QueryRequest query, List<Join> joins) {
        FindPlan documents = whole(owners, query);
        widen(documents.access());
        joins.forEach(this::add);
        RowFormat format = owners.format().with(result, related);
        return new JoinPlan(documents, stages, format, access);
    }

    private void widen(Access way) {
        access = access.compareTo(way) < 0 ? way : access;
    }

    private static FindPlan whole(MongoSource source, QueryRequest query) {
        PushDown answer = Planner.plan(source, query);
        if (!answer.isWhole()) {
            throw new Untranslatable("the store does not do all of the query of " + query.source());
        }
        return (FindPlan) answer.plan();
    }

    private void add(Join join) {
        MongoSource other = sources.apply(join.rows().source());
        requireComparable(join, other);
        FindPlan found = whole(other, join.rows());
        widen(new AccessPaths(other, narrowed(join)).access(List.of(), false));
        List<BsonDocument> pipeline = new ArrayList<>();
        pipeline.add(doc("$match", doc("$expr", isSame(other.path(join.related())))));
        pipeline.addAll(found.pipeline(found.limit(), other.projection(join.slots())));
        String name =
                result.slot(owners.source().layout().size() + stages.size()).source();
        stages.add(doc(
                "$lookup",
                new BsonDocument("from", text(other.source().name()))
                        .append("let", doc(KEY, Expressions.orNull(text("$" + owners.path(join.owner())))))
                        .append("pipeline", new BsonArray(pipeline))
                        .append("as", text(name))));
        related.add(other.format());
    }

    private static BsonDocument isSame(String path) {
        BsonDocument same = doc("$eq", array(text("$" + path), text("$$" + KEY)));
        return doc("$and", array(same, Expressions.hasValue(text("$$" + KEY))));
    }

    /** Returns the conditions that lead to the related documents of one owner, whichever its value. */
    private static List<Predicate> narrowed(Join join) {
        FieldPath path = join.related();
        List<Predicate> conditions = new ArrayList<>(join.rows().conjuncts());
        conditions.add(new Predicate.Compare(path, Comparison.EQ, new Value("", path.storage(), false)));
        return conditions;
    }

    private void requireComparable(Join join, MongoSource other) {
        if (!owners.source().prefix().equals(other.source().prefix())) {
            throw new Untranslatable("a server joins collections of one database only");
        }
        if (!(join.owner().storage() instanceof Storage.Scalar) || join.owner().storage() == Storage.Scalar.ANY) {
            throw new Untranslatable("values of this kind are equal here where they are not in the store");
        }
        if (isObjectId(owners, join.owner()) != isObjectId(other, join.related())) {
            throw new Untranslatable("one side stores object ids and the other texts, which are never equal");
        }
    }

    private static boolean isObjectId(MongoSource source, FieldPath path) {
        return source.texts()
                .objectIds()
                .contains(source.source().layout().slot(path.slot()).source());
    }
}
