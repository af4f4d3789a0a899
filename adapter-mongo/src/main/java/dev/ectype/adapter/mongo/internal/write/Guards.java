package dev.ectype.adapter.mongo.internal.write;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.query.Docs;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.Assignment.Operation;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What must hold of a document for an update to mean there what it means here. Otherwise the server would do something else
 * without a word: make a document of a list that is not there, fill up one that is too short, store a 32 bit integer that grew too
 * great as one of 64 bits, or round one of many digits.
 *
 * @param places holds where the elements are into which the update leads; empty for everywhere
 * @param sizes holds where numbers that grow stay in their kind; empty for everywhere
 */
public record Guards(BsonDocument places, BsonDocument sizes) {

    /** Returns what must hold for assignments. */
    public static Guards of(MongoSource source, List<Assignment> assignments) {
        List<BsonDocument> places = new ArrayList<>();
        List<BsonDocument> sizes = new ArrayList<>();
        for (Assignment assignment : assignments) {
            if (!leavesNothing(assignment)) {
                addPlaces(places, source, assignment.path().steps());
            }
            if (assignment.operation() == Operation.UPDATE_ELEMENTS) {
                places.add(isList(source, assignment.path().steps()));
            }
            size(source, assignment).ifPresent(sizes::add);
        }
        return new Guards(Docs.and(places), Docs.and(sizes));
    }

    /** Tells whether nothing comes to be where nothing was. */
    private static boolean leavesNothing(Assignment assignment) {
        List<Step> steps = assignment.path().steps();
        boolean removes = assignment.value() == null || assignment.operation() == Operation.PULL;
        return removes && !(steps.get(steps.size() - 1) instanceof Position);
    }

    private static void addPlaces(List<BsonDocument> places, MongoSource source, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Position) {
                places.add(isList(source, steps.subList(0, i)));
                places.add(doc(path(source, steps.subList(0, i + 1)), doc("$exists", BsonBoolean.TRUE)));
            }
        }
    }

    private static BsonDocument isList(MongoSource source, List<Step> steps) {
        return doc(path(source, steps), doc("$type", new BsonString("array")));
    }

    private static String path(MongoSource source, List<Step> steps) {
        return source.path(new FieldPath(steps, Scalar.ANY, false));
    }

    private static Optional<BsonDocument> size(MongoSource source, Assignment assignment) {
        WholeKind kind = WholeKind.of(assignment.path().storage());
        if (assignment.operation() != Operation.INCREMENT || kind == null) {
            return Optional.empty();
        }
        BsonDocument stays = doc("$not", kind.beyond((Number) Objects.requireNonNull(assignment.value())));
        return Optional.of(doc(source.path(assignment.path()), stays));
    }

    /** Returns the filter of those documents of a filter for which everything holds. */
    public BsonDocument among(BsonDocument filter) {
        return Docs.and(List.of(filter, places, sizes));
    }

    /**
     * Checks that everything holds for the documents of a filter.
     *
     * @param assignments what was to be done, for the message
     * @param counter tells how many documents a filter finds
     * @throws MappingException if something does not
     */
    public void require(BsonDocument filter, List<Assignment> assignments, ToLongFunction<BsonDocument> counter) {
        if (isBroken(filter, places, counter)) {
            throw failure("an update leads into an element that is not there: set the list as a whole", assignments);
        }
        if (isBroken(filter, sizes, counter)) {
            throw failure("an increment does not fit the kind of its field", assignments);
        }
    }

    private static boolean isBroken(BsonDocument filter, BsonDocument guard, ToLongFunction<BsonDocument> counter) {
        return !guard.isEmpty() && counter.applyAsLong(Docs.and(List.of(filter, Docs.none(guard)))) > 0;
    }

    private static MappingException failure(String message, List<Assignment> assignments) {
        return new MappingException(
                MappingException.Kind.DATA,
                message,
                Map.of(
                        "store",
                        "MongoDB",
                        "paths",
                        assignments.stream().map(Assignment::path).toList()));
    }
}
