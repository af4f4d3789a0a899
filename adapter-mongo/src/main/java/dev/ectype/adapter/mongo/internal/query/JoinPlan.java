package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.codec.RowFormat;
import dev.ectype.spi.NativePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * A query whose documents come with the documents related to them.
 *
 * @param documents the query of the documents themselves
 * @param lookups the stages that add related ones
 * @param format how the results are read
 * @param access how documents of either side are found
 */
public record JoinPlan(FindPlan documents, List<BsonDocument> lookups, RowFormat format, Access access)
        implements NativePlan {
    /** Copies the stages. */
    public JoinPlan {
        lookups = List.copyOf(lookups);
    }

    /** Returns the stages of the pipeline that fetches, of the documents themselves, the fields of some slots. */
    public List<BsonDocument> stages(List<Integer> slots) {
        List<BsonDocument> stages = new ArrayList<>(documents.pipeline(documents.limit(), new BsonDocument()));
        stages.addAll(lookups);
        BsonDocument projection = documents.source().projection(slots);
        if (!projection.isEmpty()) {
            lookups.forEach(lookup ->
                    projection.put(lookup.getDocument("$lookup").getString("as").getValue(), Docs.number(1)));
            stages.add(Docs.doc("$project", projection));
        }
        return stages;
    }

    @Override
    public String explain() {
        List<Integer> all = IntStream.range(0, format.layout().size() - lookups.size())
                .boxed()
                .toList();
        return documents.source().source().name() + ".aggregate(" + Shown.of(new BsonArray(stages(all))) + ")";
    }
}
