package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.number;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** Filters on the elements of lists and sets. */
final class ListFilters {
    private static final Row NOTHING = Row.over(new Layout(List.of()), new Object[0]);

    private ListFilters() {}

    static BsonDocument contains(Scope scope, FieldPath list, Value value, boolean wanted) {
        Storage element = elementOf(list.storage());
        if (value.value() instanceof Row row && element instanceof Storage.Embedded) {
            return any(scope, list, List.of(same(scope, row)), wanted);
        }
        if (Kind.of(element).hasParts() || Kind.of(value.value()).hasParts()) {
            throw new Untranslatable("the store compares elements with parts by the order of their fields");
        }
        return any(
                scope, list, List.of(Operators.compare(element, formatOf(scope, list), Comparison.EQ, value)), wanted);
    }

    /** Returns the filter of the elements that are the same record. */
    static BsonDocument same(Scope scope, Row row) {
        if (Arrays.stream(row.toArray()).allMatch(Objects::isNull)) {
            throw new Untranslatable("a record without any value is not told from none");
        }
        return Docs.and(FieldFilters.slots(scope.ofElements(), List.of(), row, true));
    }

    private static Format formatOf(Scope scope, FieldPath list) {
        return scope.format(list).element(scope.formats().of(elementOf(list.storage())));
    }

    static Storage elementOf(Storage list) {
        if (list instanceof Storage.ListOf of) {
            return of.element();
        }
        return list instanceof Storage.SetOf of ? of.element() : Storage.Scalar.ANY;
    }

    /** Returns where an element meets one of the alternatives, or where there is a list and none of its elements does. */
    private static BsonDocument any(Scope scope, FieldPath list, List<BsonDocument> alternatives, boolean wanted) {
        requireNameable(list);
        List<BsonDocument> filters = new ArrayList<>();
        for (BsonDocument alternative : alternatives) {
            BsonDocument match = doc("$elemMatch", alternative);
            filters.add(doc(scope.path(list), wanted ? match : doc("$not", match)));
        }
        return wanted ? Docs.or(filters) : Docs.and(FieldFilters.isArray(scope, list), Docs.and(filters));
    }

    static void requireNameable(FieldPath list) {
        if (Scope.hasPosition(list)) {
            throw new Untranslatable("a list inside an element of a list cannot be named in a filter");
        }
    }

    static BsonDocument anyElement(Scope scope, Predicate.AnyElement any, boolean wanted) {
        Storage element = elementOf(any.list().storage());
        Kind kind = Kind.of(element);
        if (kind == Kind.ROW) {
            return any(scope, any.list(), ofRows(scope.ofElements(), any.condition()), wanted);
        }
        if (kind.hasParts() || kind == Kind.ANY) {
            throw new Untranslatable("conditions on elements are for embedded records and for values without parts");
        }
        return any(scope, any.list(), ElementTests.of(any.condition(), element, formatOf(scope, any.list())), wanted);
    }

    /** Elements that are null are no documents, so that a condition that holds for null needs to ask for them as well. */
    private static List<BsonDocument> ofRows(Scope elements, Predicate condition) {
        List<BsonDocument> alternatives = new ArrayList<>();
        BsonDocument filter = FilterTranslator.whereTrue(elements, condition);
        if (!Docs.isNever(filter)) {
            alternatives.add(filter);
        }
        if (Evaluator.of(condition).matches(NOTHING)) {
            alternatives.add(Operators.isNull());
        }
        return alternatives;
    }

    static BsonDocument equalsSet(Scope scope, FieldPath path, Collection<?> values, boolean wanted) {
        Storage element = elementOf(path.storage());
        FieldFilters.requireScalars(element);
        List<BsonDocument> parts = new ArrayList<>();
        parts.add(sizeIs(scope, path, values.size(), wanted));
        for (Object value : values) {
            parts.add(contains(scope, path, new Value(value, element, path.redacted()), wanted));
        }
        return wanted ? Docs.and(parts) : Docs.or(parts);
    }

    private static BsonDocument sizeIs(Scope scope, FieldPath path, int size, boolean wanted) {
        BsonDocument is = doc("$size", new BsonInt32(size));
        BsonDocument filter = doc(scope.path(path), wanted ? is : doc("$not", is));
        return wanted ? filter : Docs.and(FieldFilters.isArray(scope, path), filter);
    }

    private static boolean isOfScalars(Storage list) {
        Kind kind = Kind.of(elementOf(list));
        return !kind.hasParts() && kind != Kind.ANY;
    }

    /** There are more than n elements where there is one at the position n. */
    private static BsonDocument sizeByPosition(Scope scope, FieldPath list, Comparison comparison, int size) {
        boolean more = comparison == Comparison.GT || comparison == Comparison.GE;
        boolean inclusive = comparison == Comparison.GE || comparison == Comparison.LT;
        long position = inclusive ? size - 1L : size;
        if (position < 0) {
            return more ? FieldFilters.isArray(scope, list) : Docs.never();
        }
        BsonDocument exists = doc("$exists", BsonBoolean.valueOf(more));
        return Docs.and(FieldFilters.isArray(scope, list), doc(scope.path(list) + "." + position, exists));
    }

    static BsonDocument size(Scope scope, Predicate.Size size, boolean wanted) {
        FieldPath list = size.list();
        requireNameable(list);
        Comparison comparison = wanted ? size.comparison() : Operators.opposite(size.comparison());
        if (Kind.of(list.storage()) == Kind.MAP) {
            return MapSizes.compare(scope, list, comparison, size.size());
        }
        if (size.size() >= 0 && !Operators.isOrder(comparison)) {
            return sizeIs(scope, list, size.size(), comparison == Comparison.EQ);
        }
        if (Kind.of(list.storage()) == Kind.ANY) {
            throw new Untranslatable("only the size of what is declared as a list, a set or a map can be compared");
        }
        if (Operators.isOrder(comparison) && isOfScalars(list.storage())) {
            return sizeByPosition(scope, list, comparison, size.size());
        }
        BsonValue elements = doc("$ifNull", array(new Expressions(scope).of(list), new BsonArray()));
        BsonDocument test = doc(Computed.operator(comparison), array(doc("$size", elements), number(size.size())));
        return Docs.and(FieldFilters.isNotNull(scope, list), Computed.filter(scope, test));
    }
}
