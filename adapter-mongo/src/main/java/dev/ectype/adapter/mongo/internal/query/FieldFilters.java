package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.doc;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Layout;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Filters on a field: true where the test is, whatever the field's kind makes of the store's own rules. */
final class FieldFilters {
    private static final BsonDocument IS_ARRAY = doc("$type", Docs.text("array"));

    private FieldFilters() {}

    static BsonDocument compare(Scope scope, FieldPath path, Comparison comparison, Value value) {
        Kind kind = Kind.of(path.storage());
        Kind valueKind = Kind.of(value.value());
        if (kind.hasParts() || (kind == Kind.ANY && valueKind.hasParts())) {
            return compareParts(scope, path, comparison, value);
        }
        BsonDocument operators = Operators.compare(path.storage(), comparable(scope, path), comparison, value);
        BsonDocument filter = doc(scope.path(path), operators);
        if (kind != Kind.ANY) {
            return filter;
        }
        return comparison == Comparison.NE
                ? Docs.or(filter, isArray(scope, path))
                : Docs.and(filter, isNoArray(scope, path));
    }

    /** Returns the format of a field whose values are compared. */
    static Format comparable(Scope scope, FieldPath path) {
        Format format = scope.format(path);
        if (!format.isComparable()) {
            throw new Untranslatable("the store does not compare regular expressions as the texts that they are here");
        }
        return format;
    }

    private static BsonDocument compareParts(Scope scope, FieldPath path, Comparison comparison, Value value) {
        if (Operators.isOrder(comparison)) {
            return Docs.never();
        }
        Kind kind = Kind.of(path.storage());
        boolean wanted = comparison == Comparison.EQ;
        if (kind != Kind.of(value.value()) && kind != Kind.ANY) {
            return wanted ? Docs.never() : isNotNull(scope, path);
        }
        return switch (kind) {
            case ROW -> equalsRow(scope, path, (Row) value.value(), wanted);
            case SET -> ListFilters.equalsSet(scope, path, (Collection<?>) value.value(), wanted);
            case LIST -> equalsList(scope, path, value, wanted);
            case MAP -> equalsMap(scope, path, value, wanted);
            default -> equalsAny(scope, path, value, wanted);
        };
    }

    private static BsonDocument equalsList(Scope scope, FieldPath path, Value value, boolean wanted) {
        requireScalars(((Storage.ListOf) path.storage()).element());
        BsonDocument equal = doc(wanted ? "$eq" : "$ne", scope.format(path).toBson(value.value()));
        BsonDocument filter = doc(scope.path(path), equal);
        return wanted ? filter : Docs.and(isArray(scope, path), filter);
    }

    static BsonDocument equalsMap(Scope scope, FieldPath path, Value value, boolean wanted) {
        List<BsonValue> orders = KeyOrders.of(scope.format(path).toBson(value.value()));
        if (!wanted) {
            orders.add(Docs.nothing());
        }
        return doc(scope.path(path), doc(wanted ? "$in" : "$nin", new BsonArray(orders)));
    }

    /** In a field of any kind a list may stand in a list, which a filter takes for equal and an expression does not. */
    private static BsonDocument equalsAny(Scope scope, FieldPath path, Value value, boolean wanted) {
        BsonValue field = new Expressions(scope).of(path);
        List<BsonDocument> orders = new ArrayList<>();
        for (BsonValue order : KeyOrders.of(scope.format(path).toBson(value.value()))) {
            BsonDocument test = doc(wanted ? "$eq" : "$ne", Docs.array(field, doc("$literal", order)));
            orders.add(Computed.filter(scope, test));
        }
        return wanted ? Docs.or(orders) : Docs.and(isNotNull(scope, path), Docs.and(orders));
    }

    static void requireScalars(Storage element) {
        Kind kind = Kind.of(element);
        if (kind.hasParts() || kind == Kind.ANY) {
            throw new Untranslatable("the store compares embedded records and maps by the order of their fields");
        }
    }

    /** Embedded records are compared field by field, since the store would compare the order of the fields too. */
    static BsonDocument equalsRow(Scope scope, FieldPath path, Row row, boolean wanted) {
        if (!(path.storage() instanceof Storage.Embedded)) {
            throw new Untranslatable("records of several kinds are not compared as a whole");
        }
        List<BsonDocument> slots = slots(scope, path.steps(), row, wanted);
        return wanted
                ? Docs.and(isNotNull(scope, path), Docs.and(slots))
                : Docs.and(isNotNull(scope, path), Docs.or(slots));
    }

    static List<BsonDocument> slots(Scope scope, List<FieldPath.Step> steps, Row row, boolean wanted) {
        List<BsonDocument> filters = new ArrayList<>();
        List<Layout.Slot> slots = row.layout().slots();
        for (int i = 0; i < slots.size(); i++) {
            List<FieldPath.Step> inner = new ArrayList<>(steps);
            inner.add(new FieldPath.Slot(slots.get(i).name(), slots.get(i).source(), i));
            FieldPath path = new FieldPath(inner, slots.get(i).storage(), false);
            filters.add(equalsOrBothNull(scope, path, row.get(i), wanted));
        }
        return filters;
    }

    private static BsonDocument equalsOrBothNull(Scope scope, FieldPath path, @Nullable Object value, boolean wanted) {
        if (value == null) {
            return wanted ? isNull(scope, path) : isNotNull(scope, path);
        }
        Value constant = new Value(value, path.storage(), path.redacted());
        return wanted
                ? compare(scope, path, Comparison.EQ, constant)
                : Docs.or(isNull(scope, path), compare(scope, path, Comparison.NE, constant));
    }

    static BsonDocument in(Scope scope, FieldPath path, List<Value> values) {
        if (isScalar(path)) {
            return doc(scope.path(path), Operators.in(path.storage(), comparable(scope, path), values));
        }
        return Docs.or(values.stream()
                .map(value -> compare(scope, path, Comparison.EQ, value))
                .toList());
    }

    static BsonDocument notIn(Scope scope, FieldPath path, List<Value> values) {
        if (isScalar(path)) {
            return doc(scope.path(path), Operators.notIn(path.storage(), comparable(scope, path), values));
        }
        return Docs.and(values.stream()
                .map(value -> compare(scope, path, Comparison.NE, value))
                .toList());
    }

    private static boolean isScalar(FieldPath path) {
        Kind kind = Kind.of(path.storage());
        return !kind.hasParts() && kind != Kind.ANY;
    }

    static BsonDocument isNull(Scope scope, FieldPath path) {
        return switch (Kind.of(path.storage())) {
            case LIST, SET -> isNoArray(scope, path);
            case ANY -> Docs.and(doc(scope.path(path), Operators.isNull()), isNoArray(scope, path));
            default -> doc(scope.path(path), Operators.isNull());
        };
    }

    static BsonDocument isNotNull(Scope scope, FieldPath path) {
        return switch (Kind.of(path.storage())) {
            case LIST, SET -> isArray(scope, path);
            case ANY -> Docs.or(doc(scope.path(path), Operators.isNotNull()), isArray(scope, path));
            default -> doc(scope.path(path), Operators.isNotNull());
        };
    }

    static BsonDocument isArray(Scope scope, FieldPath path) {
        return doc(scope.path(path), IS_ARRAY);
    }

    private static BsonDocument isNoArray(Scope scope, FieldPath path) {
        return doc(scope.path(path), doc("$not", IS_ARRAY));
    }

    static BsonDocument text(Scope scope, FieldPath path, BsonDocument pattern, boolean wanted) {
        Format format = scope.format(path);
        if (!(Kind.of(path.storage()) == Kind.TEXT || Kind.of(path.storage()) == Kind.ANY) || format.isOpaque()) {
            throw new Untranslatable("only a text that is stored as a string can be compared with a pattern");
        }
        BsonDocument operators = wanted ? pattern : doc("$not", pattern).append("$ne", Docs.nothing());
        BsonDocument filter = doc(scope.path(path), operators);
        if (Kind.of(path.storage()) == Kind.TEXT) {
            return filter;
        }
        BsonDocument isText = doc(scope.path(path), doc("$type", Docs.text("string")));
        return Docs.and(List.of(filter, isText, isNoArray(scope, path)));
    }
}
