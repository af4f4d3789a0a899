package dev.ectype.repo;

import dev.ectype.changeset.Field;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Query;
import dev.ectype.query.eval.Values;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.stored.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds records by their primary keys. */
final class KeyLookup {
    /** What stores take in one list of alternatives without complaint. */
    private static final int KEYS_AT_ONCE = 100;

    private KeyLookup() {}

    /** Returns the query of the record with a primary key, given by values that are still to be cast. */
    static <R> Query<R> query(Schema<R> schema, Object[] key) {
        List<Object> stored = cast(schema, key);
        Query<R> query = Query.from(schema).clientSide(1);
        for (int i = 0; i < key.length; i++) {
            query = query.where(equal(column(schema, i).path(), stored.get(i)));
        }
        return query;
    }

    /** Tells whether the key is made of single values, which are equal or not and never neither. */
    static boolean isOfSingleValues(Schema<?> schema) {
        for (int i = 0; i < schema.keyFields().size(); i++) {
            Storage storage = column(schema, i).path().storage();
            if (!(storage instanceof Storage.Scalar) || storage == Storage.Scalar.ANY) {
                return false;
            }
        }
        return true;
    }

    private static <R> Column<R, ?> column(Schema<R> schema, int place) {
        return (Column<R, ?>) schema.keyFields().get(place);
    }

    /** Returns the values of a primary key as they are stored. */
    static List<Object> cast(Schema<?> schema, Object[] key) {
        List<? extends Field<?, ?>> fields = schema.keyFields();
        if (fields.isEmpty() || fields.size() != key.length) {
            throw new MappingException(
                    Kind.USAGE,
                    "a get needs one value for each field of the primary key",
                    Map.of(
                            "source",
                            schema.asSource(),
                            "fields",
                            fields.stream().map(Field::name).toList(),
                            "values",
                            key.length));
        }
        Object[] stored = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            stored[i] = castKey(column(schema, i), key[i]);
        }
        return List.of(stored);
    }

    private static Predicate equal(FieldPath path, Object stored) {
        return new Predicate.Compare(path, Comparison.EQ, value(path, stored));
    }

    private static Value value(FieldPath path, Object stored) {
        return new Value(stored, path.storage(), path.redacted());
    }

    private static <V> Object castKey(Column<?, V> column, @Nullable Object given) {
        Type<V> type = column.type();
        V value = given != null && type.cast(given) instanceof Cast.Ok<V> ok ? ok.value() : null;
        if (value != null) {
            return type.dump(value);
        }
        throw new MappingException(
                Kind.USAGE,
                "this is no value of the key's type",
                Map.of(
                        "column",
                        column,
                        "type",
                        type.name(),
                        "given",
                        given == null ? "null" : given.getClass().getSimpleName()));
    }

    /** Reads records again, several at once where their key is one column, and returns them in the order of the given. */
    static <R> List<Optional<R>> reload(Reader reader, Call call, Schema<R> schema, List<R> records) {
        List<List<Object>> keys =
                records.stream().map(data -> Keys.of(schema, data)).toList();
        Map<Object, R> found = new HashMap<>();
        for (Query<R> query : queries(schema, keys.stream().distinct().toList())) {
            reader.all(call, query).forEach(data -> found.put(Values.canonical(Keys.of(schema, data)), data));
        }
        return keys.stream()
                .map(key -> Optional.ofNullable(found.get(Values.canonical(key))))
                .toList();
    }

    private static <R> List<Query<R>> queries(Schema<R> schema, List<List<Object>> keys) {
        List<FieldPath> paths = schema.keyFields().stream()
                .map(field -> ((Column<R, ?>) field).path())
                .toList();
        List<Query<R>> queries = new ArrayList<>();
        int step = paths.size() == 1 ? KEYS_AT_ONCE : 1;
        for (int from = 0; from < keys.size(); from += step) {
            List<List<Object>> some = keys.subList(from, Math.min(keys.size(), from + step));
            queries.add(query(schema, paths, some));
        }
        return queries;
    }

    private static <R> Query<R> query(Schema<R> schema, List<FieldPath> paths, List<List<Object>> keys) {
        Query<R> query = Query.from(schema).clientSide(keys.size());
        if (paths.size() == 1) {
            FieldPath path = paths.get(0);
            List<Value> values =
                    keys.stream().map(key -> value(path, key.get(0))).toList();
            return query.where(new Predicate.In(path, values));
        }
        for (int i = 0; i < paths.size(); i++) {
            query = query.where(equal(paths.get(i), keys.get(0).get(i)));
        }
        return query;
    }
}
