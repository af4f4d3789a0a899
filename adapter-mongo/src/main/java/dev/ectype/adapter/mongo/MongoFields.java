package dev.ectype.adapter.mongo;

import java.util.HashSet;
import java.util.Set;

/**
 * What a schema says to MongoDB of its fields, as a hint: which texts are stored as something else. The text of an object id
 * has 24 digits of 0-9 and a-f; a primary key among them that has no value is made when a row is inserted. The text of a
 * regular expression is the pattern, with its options as flags before it: {@code (?i)ab+}; the store only tests it for null.
 *
 * @param objectIds the names in the store of text fields, or of lists of texts, that are stored as object ids
 * @param regularExpressions the names in the store of text fields that are stored as regular expressions
 */
public record MongoFields(Set<String> objectIds, Set<String> regularExpressions) {
    /** All texts are stored as strings. */
    public static final MongoFields NONE = new MongoFields(Set.of(), Set.of());

    /** Copies the sets. */
    public MongoFields {
        objectIds = Set.copyOf(objectIds);
        regularExpressions = Set.copyOf(regularExpressions);
    }

    /** Returns the hint that texts are stored as object ids. */
    public static MongoFields objectIds(String... sources) {
        return new MongoFields(Set.of(sources), Set.of());
    }

    /** Returns the hint that texts are stored as regular expressions. */
    public static MongoFields regularExpressions(String... sources) {
        return new MongoFields(Set.of(), Set.of(sources));
    }

    /** Returns the hint that says this and that. */
    public MongoFields and(MongoFields that) {
        Set<String> ids = new HashSet<>(objectIds);
        ids.addAll(that.objectIds);
        Set<String> patterns = new HashSet<>(regularExpressions);
        patterns.addAll(that.regularExpressions);
        return new MongoFields(ids, patterns);
    }
}
