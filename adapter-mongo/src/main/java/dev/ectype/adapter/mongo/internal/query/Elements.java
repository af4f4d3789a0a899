package dev.ectype.adapter.mongo.internal.query;

import dev.ectype.adapter.mongo.internal.source.Scope;
import dev.ectype.query.ir.Predicate;
import dev.ectype.types.stored.Row;
import dev.ectype.types.stored.Storage;
import org.bson.BsonDocument;

/** What writes need to know of kinds: of which elements lists are, and what the store compares as it is compared here. */
public final class Elements {
    private Elements() {}

    /** Returns the kind of the elements of a list or set. */
    public static Storage of(Storage list) {
        return ListFilters.elementOf(list);
    }

    /** Tells whether the store sorts values of a kind as they are compared here. */
    public static boolean isSorted(Storage storage) {
        return Kind.of(storage).isSorted();
    }

    /** Tells whether the store finds an element of a list by its value: it has no parts. */
    public static boolean isPlain(Storage list, Object value) {
        return !Kind.of(of(list)).hasParts() && !Kind.of(value).hasParts();
    }

    /**
     * Returns the filter of the elements that meet a condition, by a name of the element.
     *
     * @throws IllegalArgumentException if the store cannot tell
     */
    public static BsonDocument chosen(Scope elements, Predicate condition, String name) {
        return ChosenElements.of(elements, condition, name);
    }

    /**
     * Returns the filter of the elements that are the same record.
     *
     * @throws IllegalArgumentException if the store cannot tell
     */
    public static BsonDocument same(Scope scope, Row row) {
        return ListFilters.same(scope, row);
    }
}
