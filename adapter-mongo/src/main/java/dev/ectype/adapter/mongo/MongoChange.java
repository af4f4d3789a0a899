package dev.ectype.adapter.mongo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happened to one record, or to the collection. An update that leaves a document as it was is no change.
 *
 * @param <R> the record
 */
public sealed interface MongoChange<R> {

    /** Returns the place of this change in the stream, from which a later subscription can go on; an opaque text. */
    String place();

    /**
     * A record was added.
     *
     * @param record the record
     */
    record Inserted<R>(String place, R record) implements MongoChange<R> {}

    /**
     * Fields of a record changed.
     *
     * @param key the neutral values of its primary key
     * @param changed the stored paths that have new values, lists that lost their last elements included
     * @param removed the stored paths that have none any more
     * @param record the record as it was when the server looked it up, which may be after later changes; empty if it was
     *     gone by then
     */
    record Updated<R>(String place, List<Object> key, Set<String> changed, Set<String> removed, Optional<R> record)
            implements MongoChange<R> {
        /** Copies the collections. */
        public Updated {
            key = List.copyOf(key);
            changed = Set.copyOf(changed);
            removed = Set.copyOf(removed);
        }
    }

    /**
     * A record was replaced as a whole, which other programs do.
     *
     * @param record the record
     */
    record Replaced<R>(String place, R record) implements MongoChange<R> {}

    /**
     * A record was removed.
     *
     * @param key the neutral values of its primary key
     */
    record Deleted<R>(String place, List<Object> key) implements MongoChange<R> {
        /** Copies the key. */
        public Deleted {
            key = List.copyOf(key);
        }
    }

    /**
     * The collection was dropped or renamed; nothing follows.
     *
     * @param why the server's word for it
     */
    record Ended<R>(String place, String why) implements MongoChange<R> {}
}
