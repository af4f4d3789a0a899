package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Value;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Conditions on the elements of a list as an array filter of an update. A real server was only seen to choose embedded
 * documents whose fields are equal to values, so that nothing else is sent.
 */
final class ChosenElements {
    private ChosenElements() {}

    /** Returns the filter, by a name of the element. */
    static BsonDocument of(Scope elements, Predicate condition, String name) {
        BsonDocument filter = new BsonDocument();
        List<Predicate> terms = condition instanceof Predicate.And and ? and.terms() : List.of(condition);
        for (Predicate term : terms) {
            Predicate.Compare compare = equality(term);
            FieldPath path = (FieldPath) compare.left();
            BsonValue other =
                    filter.put(name + "." + elements.path(path), equal(elements, path, (Value) compare.right()));
            if (other != null) {
                throw new Untranslatable("a field of an element is compared with one value");
            }
        }
        return filter;
    }

    private static Predicate.Compare equality(Predicate term) {
        if (term instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQ
                && compare.left() instanceof FieldPath path
                && !path.steps().isEmpty()
                && !Scope.hasPosition(path)
                && compare.right() instanceof Value) {
            return compare;
        }
        throw new Untranslatable("elements are chosen by fields of embedded records that are equal to values");
    }

    private static BsonValue equal(Scope elements, FieldPath path, Value value) {
        Kind kind = Kind.of(path.storage());
        if (kind.hasParts() || kind == Kind.ANY) {
            throw new Untranslatable("elements are chosen by fields without parts");
        }
        BsonDocument operators =
                Operators.compare(path.storage(), FieldFilters.comparable(elements, path), Comparison.EQ, value);
        BsonValue equal = operators.get("$eq");
        if (equal == null || operators.size() > 1) {
            throw new Untranslatable("no element has such a value");
        }
        return equal;
    }
}
