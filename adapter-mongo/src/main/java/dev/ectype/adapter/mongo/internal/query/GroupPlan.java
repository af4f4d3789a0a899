package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.codec.RowFormat;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.query.ir.Grouping;
import dev.ectype.spi.NativePlan;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * A grouping as a pipeline. Without keys there is one group, and the pipeline ends with it: the server makes none of no
 * documents, so that its conditions and its window are left to whoever adds it.
 *
 * @param source the source
 * @param grouping what was asked
 * @param stages the pipeline
 * @param format how its results are read
 * @param access how the documents are found
 */
public record GroupPlan(
        MongoSource source, Grouping grouping, List<BsonDocument> stages, RowFormat format, Access access)
        implements NativePlan {
    /** Copies the stages. */
    public GroupPlan {
        stages = List.copyOf(stages);
    }

    @Override
    public String explain() {
        return source.source().name() + ".aggregate(" + Shown.of(new BsonArray(stages)) + ")";
    }
}
