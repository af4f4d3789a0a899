package dev.ectype.adapter.mongo.internal.write;

import dev.ectype.adapter.mongo.internal.query.Elements;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.ElementUpdate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/**
 * An update of those elements of a list that meet a condition.
 *
 * @param filter the array filter, which gives the element its name
 * @param values what fields of the element are set to, under their paths from the document
 */
record ChosenUpdate(BsonDocument filter, BsonDocument values) {

    /**
     * Translates an update, whose elements get a name.
     *
     * @throws IllegalArgumentException if it is none that a server was seen to make
     */
    static ChosenUpdate of(MongoSource source, FieldPath list, ElementUpdate update, String name) {
        Scope elements = source.scope().ofElements();
        BsonDocument filter = Elements.chosen(elements, update.condition(), name);
        BsonDocument values = new BsonDocument();
        inOrder(update.assignments(), inside -> filter.containsKey(name + "." + elements.path(inside.path())))
                .forEach(inside -> put(values, source.path(list) + ".$[" + name + "].", elements, inside));
        return new ChosenUpdate(filter, values);
    }

    /** A field that elements are chosen by changes last: not every server chooses them once for all fields. */
    private static List<Assignment> inOrder(List<Assignment> assignments, Predicate<Assignment> choosing) {
        if (assignments.stream().filter(choosing).count() > 1) {
            throw new IllegalArgumentException("of the fields that elements are chosen by, only one changes at a time");
        }
        return Stream.concat(
                        assignments.stream().filter(choosing.negate()),
                        assignments.stream().filter(choosing))
                .toList();
    }

    private static void put(BsonDocument values, String element, Scope elements, Assignment inside) {
        FieldPath path = inside.path();
        Object value = inside.operation() == Assignment.Operation.SET ? inside.value() : null;
        if (value == null || path.steps().isEmpty() || Scope.hasPosition(path)) {
            throw new IllegalArgumentException("of elements that meet a condition, fields are only set to values");
        }
        values.put(element + elements.path(path), elements.format(path).toBson(value));
    }
}
