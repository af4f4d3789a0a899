package dev.ectype.adapter.mongo;

import java.util.Set;

/**
 * What a schema says to MongoDB of its fields, as a hint: which texts are stored as object ids. Such a text has 24 digits
 * of 0-9 and a-f; a primary key among them that has no value is made when a row is inserted.
 *
 * @param objectIds the names in the store of text fields, or of lists of texts
 */
public record MongoFields(Set<String> objectIds) {
    /** Copies the set. */
    public MongoFields {
        objectIds = Set.copyOf(objectIds);
    }

    /** Returns the hint. */
    public static MongoFields objectIds(String... sources) {
        return new MongoFields(Set.of(sources));
    }
}
