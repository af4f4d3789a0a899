package dev.ectype.adapter.mongo.internal.query;

import static dev.ectype.adapter.mongo.internal.query.Docs.array;
import static dev.ectype.adapter.mongo.internal.query.Docs.doc;
import static dev.ectype.adapter.mongo.internal.query.Docs.nothing;

import dev.ectype.adapter.mongo.internal.codec.Format;
import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Value;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Tests of a value without parts, as the operators that stand behind a path. None of them matches where there is no
 * value, unless it is the test for just that; the negation of a comparison is its opposite and not {@code $not}.
 */
final class Operators {
    private Operators() {}

    static BsonDocument isNull() {
        return doc("$eq", nothing());
    }

    static BsonDocument isNotNull() {
        return doc("$ne", nothing());
    }

    static BsonDocument never() {
        return doc("$in", new BsonArray());
    }

    static BsonDocument compare(Storage storage, Format format, Comparison comparison, Value value) {
        Kind kind = Kind.of(storage);
        if (kind != Kind.ANY && kind != Kind.of(value.value())) {
            return comparison == Comparison.NE ? isNotNull() : never();
        }
        if (isOrder(comparison) && !isSortedIn(kind, Kind.of(value.value()))) {
            throw new Untranslatable("the store does not sort " + Kind.of(value.value()) + " values of a field of kind "
                    + kind + " as they are compared here");
        }
        return kind == Kind.NUMBER
                ? ofBound(comparison, Numbers.in(storage, value.value()))
                : ofOther(format, comparison, value.value());
    }

    /** In a field of any kind, most times are documents, and UUIDs are sorted among other bytes. */
    private static boolean isSortedIn(Kind field, Kind value) {
        return field == Kind.ANY
                ? value == Kind.TEXT || value == Kind.NUMBER || value == Kind.BOOLEAN || value == Kind.INSTANT
                : value.isSorted();
    }

    /** Returns the comparison that holds where the given one is false. */
    static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Comparison.NE;
            case NE -> Comparison.EQ;
            case LT -> Comparison.GE;
            case GE -> Comparison.LT;
            case GT -> Comparison.LE;
            case LE -> Comparison.GT;
        };
    }

    static boolean isOrder(Comparison comparison) {
        return comparison != Comparison.EQ && comparison != Comparison.NE;
    }

    static BsonDocument in(Storage storage, Format format, List<Value> values) {
        return doc("$in", new BsonArray(stored(storage, format, values)));
    }

    static BsonDocument notIn(Storage storage, Format format, List<Value> values) {
        List<BsonValue> excluded = new ArrayList<>(stored(storage, format, values));
        excluded.add(nothing());
        return doc("$nin", new BsonArray(excluded));
    }

    /** Returns the stored forms of the values that a field of the kind can hold. */
    private static List<BsonValue> stored(Storage storage, Format format, List<Value> values) {
        List<BsonValue> stored = new ArrayList<>();
        for (Value value : values) {
            BsonDocument equal = compare(storage, format, Comparison.EQ, value);
            if (equal.containsKey("$eq")) {
                stored.add(equal.get("$eq"));
            }
        }
        return stored;
    }

    private static BsonDocument ofOther(Format format, Comparison comparison, Object value) {
        Optional<BsonValue> floor = format.floor(value);
        if (floor.isPresent()) {
            return ofBound(comparison, new Numbers(floor.get(), false));
        }
        try {
            BsonValue stored = format.toBson(value);
            if (isOrder(comparison) && stored.isDocument()) {
                throw new Untranslatable("the store does not sort values that are stored as documents");
            }
            return of(comparison, stored);
        } catch (Unstorable unstorable) {
            return neverStored(comparison, unstorable);
        }
    }

    private static BsonDocument neverStored(Comparison comparison, Unstorable unstorable) {
        if (isOrder(comparison)) {
            throw new Untranslatable("no stored value can be compared with this one: " + unstorable.getMessage());
        }
        return comparison == Comparison.EQ ? never() : isNotNull();
    }

    private static BsonDocument ofBound(Comparison comparison, Numbers bound) {
        if (bound.exact()) {
            return of(comparison, bound.floor());
        }
        return switch (comparison) {
            case EQ -> never();
            case NE -> isNotNull();
            case LT, LE -> of(Comparison.LE, bound.floor());
            case GT, GE -> of(Comparison.GT, bound.floor());
        };
    }

    private static BsonDocument of(Comparison comparison, BsonValue value) {
        return switch (comparison) {
            case EQ -> doc("$eq", value);
            case NE -> doc("$nin", array(value, nothing()));
            case LT -> doc("$lt", value);
            case LE -> doc("$lte", value);
            case GT -> doc("$gt", value);
            case GE -> doc("$gte", value);
        };
    }
}
