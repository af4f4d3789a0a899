package dev.ectype.adapter.mongo.internal.storage;

import dev.ectype.adapter.mongo.internal.codec.Unstorable;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Declared indexes as the server's specifications. Records without a value never clash here, while the server takes
 * absent values for equal ones: a unique index of one field leaves them out by being sparse, one of several by being
 * partial. A declared condition makes it partial as well.
 */
final class IndexSpecs {
    private static final Map<Comparison, String> OPERATORS = Map.of(
            Comparison.EQ,
            "$eq",
            Comparison.LT,
            "$lt",
            Comparison.LE,
            "$lte",
            Comparison.GT,
            "$gt",
            Comparison.GE,
            "$gte");

    private static final List<String> SAME_IN_BOTH = List.of("unique", "sparse", "hidden");
    private static final List<String> IN_BOTH_OR_NEITHER =
            List.of(OwnIndexes.EXPIRY, OwnIndexes.WEIGHTS, "partialFilterExpression", "collation");

    private IndexSpecs() {}

    static List<BsonDocument> of(MongoSource source) {
        List<BsonDocument> specs = new ArrayList<>();
        source.source().indexes().forEach(index -> specs.add(of(source, index)));
        source.indexes().forEach(own -> specs.add(OwnIndexes.checked(source, own)));
        return specs;
    }

    private static BsonDocument of(MongoSource source, Source.Index index) {
        BsonDocument key = new BsonDocument();
        source.paths(index).forEach(path -> key.put(path, new BsonInt32(1)));
        BsonDocument spec = new BsonDocument("key", key).append("name", new BsonString(index.name()));
        if (index.unique()) {
            spec.append("unique", BsonBoolean.TRUE);
        }
        if (index.isPartial()) {
            return spec.append("partialFilterExpression", new BsonDocument("$and", conditions(source, index)));
        }
        if (!index.unique()) {
            return spec;
        }
        return key.size() == 1
                ? spec.append("sparse", BsonBoolean.TRUE)
                : spec.append("partialFilterExpression", allPresent(key.keySet()));
    }

    private static BsonDocument allPresent(Iterable<String> paths) {
        BsonDocument present = new BsonDocument();
        paths.forEach(path -> present.putAll(present(path)));
        return present;
    }

    private static BsonArray conditions(MongoSource source, Source.Index index) {
        BsonArray conditions = new BsonArray();
        if (index.unique()) {
            source.paths(index).forEach(path -> conditions.add(present(path)));
        }
        index.conditions().forEach(condition -> conditions.add(condition(source, index, condition)));
        return conditions;
    }

    private static BsonDocument present(String path) {
        return new BsonDocument(path, new BsonDocument("$exists", BsonBoolean.TRUE));
    }

    private static BsonDocument condition(MongoSource source, Source.Index index, Predicate condition) {
        if (condition instanceof Predicate.Not not
                && not.term() instanceof Predicate.IsNull isNull
                && isNull.operand() instanceof FieldPath path) {
            return present(source.path(path));
        }
        if (condition instanceof Predicate.Compare compare
                && compare.left() instanceof FieldPath path
                && path.storage() instanceof Storage.Scalar
                && compare.right() instanceof Value value
                && compare.comparison() != Comparison.NE) {
            BsonValue stored = stored(source, path, value);
            return new BsonDocument(source.path(path), new BsonDocument(OPERATORS.get(compare.comparison()), stored));
        }
        throw new MappingException(
                MappingException.Kind.UNSUPPORTED,
                "a partial index of this store takes presence and comparisons of plain values, except <>",
                Map.of("index", index.name(), "condition", condition));
    }

    private static BsonValue stored(MongoSource source, FieldPath path, Value value) {
        try {
            return source.scope().format(path).toBson(value.value());
        } catch (Unstorable unstorable) {
            throw unstorable
                    .at(String.valueOf(path))
                    .toMappingException(source.source().toString());
        }
    }

    /** Tells whether an index that is there does what a declared one asks for, and nothing else. */
    static boolean isSame(BsonDocument declared, BsonDocument there) {
        return OwnIndexes.language(declared).equals(OwnIndexes.language(there))
                && SAME_IN_BOTH.stream().allMatch(name -> isTrue(declared, name) == isTrue(there, name))
                && IN_BOTH_OR_NEITHER.stream().allMatch(name -> declared.containsKey(name) == there.containsKey(name))
                && declared.keySet().stream().allMatch(name -> isSame(name, declared, there));
    }

    private static boolean isSame(String name, BsonDocument declared, BsonDocument there) {
        return switch (name) {
            case "key" -> isSameKey(declared, there);
            case OwnIndexes.LANGUAGE -> true;
            case OwnIndexes.EXPIRY, OwnIndexes.WEIGHTS -> OwnIndexes.isSame(declared.get(name), there.get(name));
            default -> Objects.equals(declared.get(name), there.get(name));
        };
    }

    /** The server's own form of a key of words says nothing of the fields, which are in the weights. */
    private static boolean isSameKey(BsonDocument declared, BsonDocument there) {
        return declared.containsKey(OwnIndexes.WEIGHTS)
                ? there.containsKey(OwnIndexes.WEIGHTS)
                : there.isDocument("key") && ways(declared).equals(ways(there));
    }

    private static List<String> ways(BsonDocument index) {
        return index.getDocument("key").entrySet().stream()
                .map(part -> part.getKey() + " " + way(part.getValue()))
                .toList();
    }

    /** A server may answer with another type of number, and some indexes have a name in place of a direction. */
    private static String way(BsonValue direction) {
        return direction.isNumber() ? Long.toString(direction.asNumber().longValue()) : direction.toString();
    }

    private static boolean isTrue(BsonDocument spec, String name) {
        return spec.isBoolean(name) && spec.getBoolean(name).getValue();
    }
}
