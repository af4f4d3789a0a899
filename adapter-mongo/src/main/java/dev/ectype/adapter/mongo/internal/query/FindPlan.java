package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.spi.NativePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/**
 * A query of documents: a find, or a pipeline where its order needs fields that have to be computed.
 *
 * @param source the source
 * @param filter the filter
 * @param computed the fields to compute before sorting; empty for a find
 * @param sort the sort keys; empty for any order
 * @param skip how many documents are passed over
 * @param limit how many are wanted at most
 * @param access how the documents are found
 */
public record FindPlan(
        MongoSource source,
        BsonDocument filter,
        BsonDocument computed,
        BsonDocument sort,
        long skip,
        OptionalLong limit,
        Access access)
        implements NativePlan {

    /** Tells whether the query is a pipeline. */
    public boolean isPipeline() {
        return !computed.isEmpty() || skip > Integer.MAX_VALUE || limit.orElse(0) > Integer.MAX_VALUE;
    }

    /** Returns the stages of a pipeline that fetches at most so many documents and, of them, the fields of a projection. */
    public List<BsonDocument> pipeline(OptionalLong most, BsonDocument projection) {
        List<BsonDocument> stages = new ArrayList<>();
        addUnlessEmpty(stages, "$match", filter);
        addUnlessEmpty(stages, "$addFields", computed);
        addUnlessEmpty(stages, "$sort", sort);
        if (skip > 0) {
            stages.add(Docs.doc("$skip", new BsonInt64(skip)));
        }
        most.ifPresent(number -> stages.add(Docs.doc("$limit", new BsonInt64(number))));
        addUnlessEmpty(stages, "$project", projection);
        return stages;
    }

    private static void addUnlessEmpty(List<BsonDocument> stages, String name, BsonDocument content) {
        if (!content.isEmpty()) {
            stages.add(Docs.doc(name, content));
        }
    }

    @Override
    public String explain() {
        String collection = source.source().name();
        if (isPipeline()) {
            return collection + ".aggregate(" + Shown.of(new BsonArray(pipeline(limit, new BsonDocument()))) + ")";
        }
        StringBuilder text = new StringBuilder(collection + ".find(" + Shown.of(filter) + ")");
        if (!sort.isEmpty()) {
            text.append(".sort(").append(sort.toJson()).append(")");
        }
        if (skip > 0) {
            text.append(".skip(").append(skip).append(")");
        }
        limit.ifPresent(number -> text.append(".limit(").append(number).append(")"));
        return text.toString();
    }
}
