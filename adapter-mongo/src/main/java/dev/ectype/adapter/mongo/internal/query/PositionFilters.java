package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.FieldPath.Position;
import dev.ectype.query.ir.FieldPath.Slot;
import dev.ectype.query.ir.FieldPath.Step;
import dev.ectype.query.ir.Operand;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Storage;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;

/**
 * Tests of a value behind positions in lists, whose path a filter follows as it is. To the server such a path also leads to
 * fields of that name in every element, so that it is sent where no element can have one; since they are missing, it would be
 * null there as well, and a value is told by its being there and not null.
 */
final class PositionFilters {
    private static final BsonDocument IS_NULL = doc("$type", Docs.text("null"));

    private PositionFilters() {}

    /** Tells whether an operand is such a value, and a plain one. */
    static boolean isFiltered(Scope scope, Operand operand) {
        return operand instanceof FieldPath path
                && Scope.hasPosition(path)
                && path.storage() instanceof Storage.Scalar
                && path.storage() != Storage.Scalar.ANY
                && scope.root() != null
                && isClear(scope.root().layout(), path.steps());
    }

    private static boolean isClear(Layout layout, List<Step> steps) {
        Optional<Storage> at =
                Optional.of(layout.slot(((Slot) steps.get(0)).index()).storage());
        for (Step step : steps.subList(1, steps.size())) {
            at = at.flatMap(storage -> inside(storage, step));
        }
        return at.isPresent();
    }

    private static Optional<Storage> inside(Storage storage, Step step) {
        if (step instanceof Position position) {
            return storage instanceof Storage.ListOf list && !mayHave(list.element(), position)
                    ? Optional.of(list.element())
                    : Optional.empty();
        }
        if (step instanceof Slot slot) {
            return storage instanceof Storage.Embedded embedded
                    ? Optional.of(embedded.layout().get().slot(slot.index()).storage())
                    : Optional.empty();
        }
        return storage instanceof Storage.MapOf map ? Optional.of(map.value()) : Optional.empty();
    }

    private static boolean mayHave(Storage element, Position position) {
        if (position.index() >= 0 && element instanceof Storage.Embedded embedded) {
            String name = Integer.toString(position.index());
            return embedded.layout().get().slots().stream()
                    .anyMatch(slot -> slot.source().equals(name));
        }
        return position.index() < 0 || !(element instanceof Storage.Scalar) || element == Storage.Scalar.ANY;
    }

    static BsonDocument compare(Scope scope, FieldPath path, Comparison comparison, Value value) {
        Format format = FieldFilters.comparable(scope, path);
        if (comparison != Comparison.NE) {
            return doc(scope.path(path), Operators.compare(path.storage(), format, comparison, value));
        }
        BsonDocument equal = Operators.compare(path.storage(), format, Comparison.EQ, value);
        return Docs.and(doc(scope.path(path), doc("$not", equal)), isNull(scope, path, false));
    }

    static BsonDocument isNull(Scope scope, FieldPath path, boolean wanted) {
        String name = scope.path(path);
        BsonDocument exists = doc(name, doc("$exists", BsonBoolean.valueOf(!wanted)));
        return wanted ? Docs.or(exists, doc(name, IS_NULL)) : Docs.and(exists, doc(name, doc("$not", IS_NULL)));
    }
}
