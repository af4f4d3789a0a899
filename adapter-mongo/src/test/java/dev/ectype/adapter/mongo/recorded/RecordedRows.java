package dev.ectype.adapter.mongo.recorded;

import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** Recorded documents of one field {@code v} as rows, whose field is of one kind. */
final class RecordedRows {
    private RecordedRows() {}

    static Layout layout(Storage kind) {
        return new Layout(List.of(new Layout.Slot("id", "_id", Scalar.INT32), new Layout.Slot("v", "v", kind)));
    }

    /** Returns the path of the field, or of something inside. */
    static FieldPath path(Storage kind, Step... inside) {
        List<Step> steps = new ArrayList<>(List.of(new Slot("v", "v", 1)));
        steps.addAll(List.of(inside));
        return new FieldPath(steps, kind, false);
    }

    /** Returns the documents whose value is of the kind, or absent. */
    static List<Row> of(List<BsonDocument> documents, Storage kind) {
        List<Row> rows = new ArrayList<>();
        for (BsonDocument document : documents) {
            Optional<Object> value = Neutral.of(document.get("v"), kind);
            if (!document.containsKey("v") || document.isNull("v") || value.isPresent()) {
                int id = document.getInt32("_id").getValue();
                rows.add(Row.over(layout(kind), new Object[] {id, value.orElse(null)}));
            }
        }
        return rows;
    }
}
