package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Value;
import java.util.Map;
import org.bson.BsonDocument;

/** Tests of how many keys a map has, of which the store only knows whether there are any. */
final class MapSizes {
    private MapSizes() {}

    static BsonDocument compare(Scope scope, FieldPath map, Comparison comparison, int size) {
        if (!isSameForAllButZero(comparison, size)) {
            throw new Untranslatable("of the size of a map the store only tells whether it is zero");
        }
        boolean empty = comparison.holds(Integer.compare(0, size));
        boolean filled = comparison.holds(Integer.compare(Integer.MAX_VALUE, size));
        if (empty == filled) {
            return empty ? FieldFilters.isNotNull(scope, map) : Docs.never();
        }
        return FieldFilters.equalsMap(scope, map, new Value(Map.of(), map.storage(), false), empty);
    }

    private static boolean isSameForAllButZero(Comparison comparison, int size) {
        boolean inclusive = comparison == Comparison.LT || comparison == Comparison.GE;
        return size <= (inclusive ? 1 : 0);
    }
}
