package dev.ectype.adapter.mongo.internal.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Filters as values: their constants, and their conjunction and disjunction, in which lists are never merged by name. */
public final class Docs {
    private static final String ID = "_id";

    private Docs() {}

    /** Returns the filter of all documents. */
    public static BsonDocument always() {
        return new BsonDocument();
    }

    /** Returns the filter of no document. */
    public static BsonDocument never() {
        return doc(ID, doc("$in", new BsonArray()));
    }

    static boolean isAlways(BsonDocument filter) {
        return filter.isEmpty();
    }

    static boolean isNever(BsonDocument filter) {
        return filter.equals(never());
    }

    /** Returns a document of one element. */
    public static BsonDocument doc(String name, BsonValue value) {
        return new BsonDocument(name, value);
    }

    /** Returns an array. */
    static BsonArray array(BsonValue... values) {
        return new BsonArray(List.of(values));
    }

    static BsonNull nothing() {
        return BsonNull.VALUE;
    }

    static BsonString text(String text) {
        return new BsonString(text);
    }

    static BsonInt32 number(int number) {
        return new BsonInt32(number);
    }

    /** Returns the conjunction. */
    public static BsonDocument and(Collection<BsonDocument> filters) {
        List<BsonDocument> terms = new ArrayList<>();
        for (BsonDocument filter : filters) {
            if (isNever(filter)) {
                return never();
            }
            addTerm(terms, filter, "$and");
        }
        return terms.isEmpty() ? always() : joined("$and", terms);
    }

    /** Returns the negation. */
    public static BsonDocument none(BsonDocument filter) {
        return doc("$nor", array(filter));
    }

    static BsonDocument and(BsonDocument left, BsonDocument right) {
        return and(List.of(left, right));
    }

    /** Returns the disjunction. */
    public static BsonDocument or(Collection<BsonDocument> filters) {
        List<BsonDocument> terms = new ArrayList<>();
        for (BsonDocument filter : filters) {
            if (isAlways(filter)) {
                return always();
            }
            if (!isNever(filter)) {
                addTerm(terms, filter, "$or");
            }
        }
        return terms.isEmpty() ? never() : joined("$or", terms);
    }

    static BsonDocument or(BsonDocument left, BsonDocument right) {
        return or(List.of(left, right));
    }

    private static void addTerm(List<BsonDocument> terms, BsonDocument filter, String operator) {
        if (filter.size() == 1 && filter.containsKey(operator)) {
            filter.getArray(operator).forEach(term -> terms.add(term.asDocument()));
        } else if (!isAlways(filter)) {
            terms.add(filter);
        }
    }

    private static BsonDocument joined(String operator, List<BsonDocument> terms) {
        return terms.size() == 1 ? terms.get(0) : doc(operator, new BsonArray(terms));
    }
}
