package dev.ectype.adapter.dynamo;

import dev.ectype.adapter.dynamo.internal.call.Connection;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.storage.MarkerRepair;
import dev.ectype.adapter.dynamo.internal.storage.Step;
import dev.ectype.adapter.dynamo.internal.storage.Storing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The tables of one source: its own, and one of markers if it has unique indexes; what its schema declares against what
 * is there. Nothing is dropped but indexes that are declared otherwise, unless it is asked for.
 */
public final class DynamoStorage {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private final Connection connection;
    private final DynamoSource source;
    private final Storing storing;

    DynamoStorage(Connection connection, DynamoSource source, Storing storing) {
        this.connection = connection;
        this.source = source;
        this.storing = storing;
    }

    /**
     * Returns the table as the store describes it; empty if it is not there.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public Optional<TableDescription> describe() {
        return storing.describe();
    }

    /**
     * Returns what {@link #create} would do, in order; empty if everything is as declared.
     *
     * @throws dev.ectype.error.MappingException if the table that is there can never be as declared
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public List<String> missing() {
        return storing.missing().stream().map(Step::description).toList();
    }

    /**
     * Creates and changes what is missing, waits until it can be used, and returns what was done.
     *
     * @throws dev.ectype.error.MappingException if the table that is there can never be as declared
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public List<String> create() {
        return create(PATIENCE, step -> {});
    }

    /**
     * Creates and changes what is missing, waits until it can be used, and returns what was done.
     *
     * @param timeout how long all of it may take
     * @param progress is told each step, and what is waited for
     * @throws dev.ectype.error.MappingException if the table that is there can never be as declared
     * @throws dev.ectype.error.StoreException if the store fails, or takes longer
     */
    public List<String> create(Duration timeout, Consumer<String> progress) {
        List<Step> steps = storing.missing();
        storing.apply(steps, timeout, progress);
        return steps.stream().map(Step::description).toList();
    }

    /**
     * Returns the names of the global indexes that nobody declares; they are left alone.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public List<String> undeclared() {
        return storing.undeclared();
    }

    /**
     * Makes the markers of unique values agree with the records: after a unique index was declared for records that are
     * there, or after another program wrote some. Both tables are read whole.
     *
     * @param timeout how long all of it may take
     * @return what was found and done, without values; records with the same values are told, and left
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public List<String> repairMarkers(Duration timeout) {
        return source.uniques().isEmpty() ? List.of() : new MarkerRepair(connection, source, timeout).run();
    }

    /**
     * Drops the tables with all their items, and waits until they are gone.
     *
     * @throws dev.ectype.error.StoreException if the store fails
     */
    public void drop() {
        storing.drop(PATIENCE);
    }
}
