package dev.ectype.adapter.mongo.internal.storage;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import dev.ectype.adapter.mongo.internal.call.Connection;
import dev.ectype.adapter.mongo.internal.source.MongoSource;
import dev.ectype.adapter.mongo.internal.write.Failures;
import dev.ectype.spi.CallOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** Compares what a source declares with what is there, and makes the difference. */
public final class Storing {
    private static final int NAMESPACE_NOT_FOUND = 26;
    private static final int INDEX_NOT_FOUND = 27;
    private static final int NAMESPACE_EXISTS = 48;
    private static final String PRIMARY = "_id_";

    private final Connection connection;
    private final MongoSource source;

    /** Creates the storage of one source. */
    public Storing(Connection connection, MongoSource source) {
        this.connection = connection;
        this.source = source;
    }

    /**
     * One command that makes what is there what is declared.
     *
     * @param description what it does
     * @param command the command
     */
    public record Step(String description, BsonDocument command) {}

    /** Returns what would change, nothing if everything is as declared; indexes that are not declared are left. */
    public List<Step> missing(boolean validated) {
        return read(database -> {
            List<Step> steps = new ArrayList<>();
            Optional<BsonDocument> there = collection(database);
            if (there.isEmpty()) {
                steps.add(create(validated));
            } else if (validated && !Validators.isEnforced(source, there.get())) {
                steps.add(new Step("change the validator of " + name(), enforce()));
            }
            addIndexes(steps, there.isEmpty() ? List.of() : indexes(database));
            return steps;
        });
    }

    private Step create(boolean validated) {
        BsonDocument create = command("create");
        return new Step(
                "create the collection " + name(),
                validated ? create.append("validator", Validators.of(source)) : create);
    }

    private BsonDocument enforce() {
        return command("collMod")
                .append("validator", Validators.of(source))
                .append("validationLevel", new BsonString("strict"))
                .append("validationAction", new BsonString("error"));
    }

    private void addIndexes(List<Step> steps, List<BsonDocument> there) {
        for (BsonDocument declared : IndexSpecs.of(source)) {
            String index = declared.getString("name").getValue();
            Optional<BsonDocument> same = there.stream()
                    .filter(one -> one.getString("name").getValue().equals(index))
                    .findFirst();
            if (same.isPresent() && !IndexSpecs.isSame(declared, same.get())) {
                steps.add(new Step(
                        "drop the index " + index + ", which is declared otherwise",
                        command("dropIndexes").append("index", declared.get("name"))));
            }
            if (same.isEmpty() || !IndexSpecs.isSame(declared, same.get())) {
                steps.add(new Step(
                        "create the index " + index,
                        command("createIndexes").append("indexes", new BsonArray(List.of(declared)))));
            }
        }
    }

    /** Makes what is missing. */
    public void apply(List<Step> steps) {
        steps.forEach(this::run);
    }

    private void run(Step step) {
        try {
            connection.database(source, CallOptions.NONE).runCommand(step.command());
        } catch (MongoException failure) {
            if (isDoneByAnother(step, failure)) {
                return;
            }
            throw Failures.ofStep(connection.failed(source, failure), failure, step.description());
        }
    }

    /** Programs that start together prepare the same collection. */
    private static boolean isDoneByAnother(Step step, MongoException failure) {
        boolean plain = step.command().containsKey("create") && !step.command().containsKey("validator");
        return (plain && failure.getCode() == NAMESPACE_EXISTS)
                || (step.command().containsKey("dropIndexes") && failure.getCode() == INDEX_NOT_FOUND);
    }

    /** Removes the collection with all its documents. */
    public void drop() {
        try {
            connection.database(source, CallOptions.NONE).getCollection(name()).drop();
        } catch (MongoException failure) {
            throw connection.failed(source, failure);
        }
    }

    /** Returns the names of the indexes that are there and not declared. */
    public List<String> undeclared() {
        List<String> declared = IndexSpecs.of(source).stream()
                .map(spec -> spec.getString("name").getValue())
                .toList();
        return read(database -> collection(database).isEmpty()
                ? List.<String>of()
                : indexes(database).stream()
                        .map(index -> index.getString("name").getValue())
                        .filter(index -> !index.equals(PRIMARY) && !declared.contains(index))
                        .toList());
    }

    private <T> T read(Function<MongoDatabase, T> work) {
        try {
            return work.apply(connection.database(source, CallOptions.NONE));
        } catch (MongoException failure) {
            throw Failures.ofRead(failure, source.source().toString());
        }
    }

    private Optional<BsonDocument> collection(MongoDatabase database) {
        Bson filter = new BsonDocument("name", new BsonString(name()));
        return Optional.ofNullable(
                database.listCollections(BsonDocument.class).filter(filter).first());
    }

    private List<BsonDocument> indexes(MongoDatabase database) {
        try {
            return database.getCollection(name())
                    .listIndexes(BsonDocument.class)
                    .into(new ArrayList<>());
        } catch (MongoCommandException failure) {
            if (failure.getErrorCode() == NAMESPACE_NOT_FOUND) {
                return List.of();
            }
            throw failure;
        }
    }

    private BsonDocument command(String verb) {
        return new BsonDocument(verb, new BsonString(name()));
    }

    private String name() {
        return source.source().name();
    }
}
