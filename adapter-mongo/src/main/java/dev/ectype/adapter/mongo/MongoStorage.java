package dev.ectype.adapter.mongo;

import dev.ectype.adapter.mongo.internal.storage.Storing;
import java.util.List;

/**
 * The collection of one source: what its schema declares against what the server has. Nothing is dropped but indexes that
 * are declared otherwise, unless it is asked for.
 */
public final class MongoStorage {
    private final Storing storing;
    private final boolean validated;

    MongoStorage(Storing storing, boolean validated) {
        this.storing = storing;
        this.validated = validated;
    }

    /** Returns the same with a {@code $jsonSchema} validator made of the schema, which the server then enforces. */
    public MongoStorage withValidator() {
        return new MongoStorage(storing, true);
    }

    /**
     * Returns what {@link #create} would do, in order; empty if everything is as declared.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public List<String> missing() {
        return storing.missing(validated).stream()
                .map(Storing.Step::description)
                .toList();
    }

    /**
     * Returns the names of the indexes that nobody declares; they are left alone.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public List<String> undeclared() {
        return storing.undeclared();
    }

    /**
     * Creates what is missing, and returns what was done. Each step has the adapter's limit of time, which an index of many
     * documents may need longer than others.
     *
     * @throws dev.ectype.error.StoreException if the store fails, for example since stored documents break a unique index
     */
    public List<String> create() {
        List<Storing.Step> steps = storing.missing(validated);
        storing.apply(steps);
        return steps.stream().map(Storing.Step::description).toList();
    }

    /**
     * Drops the collection with all its documents.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public void drop() {
        storing.drop();
    }
}
