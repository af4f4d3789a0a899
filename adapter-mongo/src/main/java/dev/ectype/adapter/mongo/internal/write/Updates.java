package dev.ectype.adapter.mongo.internal.write;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.adapter.mongo.internal.query.Elements;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.ElementUpdate;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Assignments as an update document, with the filters of elements that it speaks of. */
public final class Updates {
    private final MongoSource source;
    private final BsonDocument update = new BsonDocument();
    private final List<BsonDocument> arrayFilters = new ArrayList<>();

    private Updates(MongoSource source) {
        this.source = source;
    }

    /**
     * Returns the update.
     *
     * @throws MappingException if the store has no such operation
     */
    public static Updates of(MongoSource source, List<Assignment> assignments) {
        Updates updates = new Updates(source);
        assignments.forEach(updates::add);
        return updates;
    }

    /** Returns the update. */
    public BsonDocument document() {
        return update;
    }

    /** Returns the filters of the elements that change, as the update names them; empty if it names none. */
    public List<BsonDocument> arrayFilters() {
        return arrayFilters;
    }

    /** Returns the update of an upsert that gives fields to a document which it inserts, and leaves one that is there. */
    public static BsonDocument unlessThere(BsonDocument fields) {
        return new BsonDocument("$setOnInsert", fields);
    }

    private void add(Assignment assignment) {
        FieldPath path = assignment.path();
        Object value = assignment.value();
        switch (assignment.operation()) {
            case SET -> set(path, value);
            case INCREMENT -> put("$inc", path, number(assignment));
            case MIN -> put("$min", path, sorted(assignment));
            case MAX -> put("$max", path, sorted(assignment));
            case PUSH -> put("$push", path, element(path).toBson(required(assignment)));
            case ADD_TO_SET -> put("$addToSet", path, plainElement(assignment));
            case PULL -> pull(assignment);
            case UPDATE_ELEMENTS -> elements(assignment, (ElementUpdate) required(assignment));
        }
    }

    private void set(FieldPath path, @Nullable Object value) {
        if (value != null) {
            put("$set", path, source.scope().format(path).toBson(value));
        } else if (lastStep(path) instanceof Position) {
            put("$set", path, BsonNull.VALUE);
        } else {
            put("$unset", path, new BsonString(""));
        }
    }

    private static Step lastStep(FieldPath path) {
        return path.steps().get(path.steps().size() - 1);
    }

    private void put(String operator, FieldPath path, BsonValue value) {
        put(operator, source.path(path), value);
    }

    private void put(String operator, String path, BsonValue value) {
        BsonDocument fields = update.getDocument(operator, new BsonDocument());
        fields.put(path, value);
        update.put(operator, fields);
    }

    private BsonValue number(Assignment assignment) {
        if (!(required(assignment) instanceof Number)
                || !isNumber(assignment.path().storage())) {
            throw refused(assignment, "only a number can grow");
        }
        return source.scope().format(assignment.path()).toBson(required(assignment));
    }

    private static boolean isNumber(Storage storage) {
        return storage == Storage.Scalar.INT32
                || storage == Storage.Scalar.INT64
                || storage == Storage.Scalar.INTEGER
                || storage == Storage.Scalar.FLOAT64
                || storage == Storage.Scalar.DECIMAL;
    }

    private BsonValue sorted(Assignment assignment) {
        if (!Elements.isSorted(assignment.path().storage())) {
            throw refused(assignment, "the store does not sort values of this kind as they are compared here");
        }
        return source.scope().format(assignment.path()).toBson(required(assignment));
    }

    private Format element(FieldPath list) {
        Format otherwise = source.formats().of(Elements.of(list.storage()));
        return source.scope().format(list).element(otherwise);
    }

    private BsonValue plainElement(Assignment assignment) {
        if (!Elements.isPlain(assignment.path().storage(), required(assignment))) {
            throw refused(assignment, "the store compares elements with parts by the order of their fields");
        }
        return element(assignment.path()).toBson(required(assignment));
    }

    private void pull(Assignment assignment) {
        FieldPath path = assignment.path();
        if (required(assignment) instanceof Row row && Elements.of(path.storage()) instanceof Storage.Embedded) {
            put("$pull", path, same(assignment, row));
        } else {
            put("$pullAll", path, new BsonArray(List.of(plainElement(assignment))));
        }
    }

    private void elements(Assignment assignment, ElementUpdate elements) {
        String name = arrayFilters.isEmpty() ? "e" : "e" + arrayFilters.size();
        try {
            ChosenUpdate chosen = ChosenUpdate.of(source, assignment.path(), elements, name);
            arrayFilters.add(chosen.filter());
            chosen.values().forEach((path, value) -> put("$set", path, value));
        } catch (IllegalArgumentException cannotTell) {
            throw refused(assignment, String.valueOf(cannotTell.getMessage()));
        }
    }

    private BsonDocument same(Assignment assignment, Row row) {
        try {
            return Elements.same(source.scope(), row);
        } catch (IllegalArgumentException cannotTell) {
            throw refused(assignment, String.valueOf(cannotTell.getMessage()));
        }
    }

    private static Object required(Assignment assignment) {
        return Objects.requireNonNull(assignment.value(), () -> assignment.operation() + " needs an operand");
    }

    private static MappingException refused(Assignment assignment, String why) {
        return new MappingException(
                MappingException.Kind.UNSUPPORTED,
                "MongoDB cannot change a field in this way: " + why + "; set it to its new value instead",
                Map.of("field", assignment.path(), "operation", assignment.operation()));
    }
}
