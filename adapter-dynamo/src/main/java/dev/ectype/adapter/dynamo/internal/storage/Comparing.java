package dev.ectype.adapter.dynamo.internal.storage;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.adapter.dynamo.internal.write.Markers;
import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.error.MappingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The difference between a declared table and the one that is there, as steps. */
final class Comparing {
    private final DynamoSource source;
    private final Declared declared;
    private final List<Step> steps = new ArrayList<>();

    Comparing(DynamoSource source) {
        this.source = source;
        this.declared = new Declared(source);
    }

    /**
     * Returns the steps.
     *
     * @param there the table, if it is there
     * @param markers whether the table of markers is there
     * @param expiresBy the attribute by which items expire now
     */
    List<Step> steps(Optional<TableDescription> there, boolean markers, Optional<String> expiresBy) {
        there.ifPresentOrElse(this::change, () -> create(declared.table(), "create the table "));
        if (!markers) {
            declared.markers().ifPresent(table -> create(table, "create the table of unique values "));
        }
        expiry(expiresBy);
        return steps;
    }

    private void create(CreateTableRequest table, String description) {
        steps.add(new Step(
                description + table.tableName(),
                table.tableName(),
                (client, within) -> client.createTable(
                        table.toBuilder().overrideConfiguration(within).build())));
    }

    private void change(TableDescription there) {
        if (!sameKeys(there.keySchema(), declared.keys(source.primary()))) {
            throw impossible("the keys of a table are made with it: copy its items to a table with other keys", "");
        }
        declared.indexes(DynamoIndex.Reach.LOCAL).forEach(index -> requireLocal(index, there));
        billing(there);
        stream(there);
        declared.indexes(DynamoIndex.Reach.GLOBAL).forEach(index -> global(index, there));
    }

    private void requireLocal(TableIndex index, TableDescription there) {
        String name = index.name().orElseThrow();
        boolean same = there.localSecondaryIndexes().stream()
                .filter(one -> one.indexName().equals(name))
                .anyMatch(one -> isSame(index, one));
        if (!same) {
            throw impossible(
                    "a local index is made with its table: copy its items to a new table, or make it global", name);
        }
    }

    private boolean isSame(TableIndex index, LocalSecondaryIndexDescription there) {
        return sameKeys(there.keySchema(), declared.keys(index))
                && sameProjection(there.projection(), declared.projection(index));
    }

    private MappingException impossible(String message, String index) {
        return new MappingException(
                MappingException.Kind.UNSUPPORTED,
                message,
                Map.of("store", "DynamoDB", "table", source.table(), "index", index));
    }

    private static boolean sameKeys(List<KeySchemaElement> left, List<KeySchemaElement> right) {
        return left.equals(right);
    }

    private static boolean sameProjection(Projection left, Projection right) {
        return left.projectionType() == right.projectionType()
                && new TreeSet<>(left.nonKeyAttributes()).equals(new TreeSet<>(right.nonKeyAttributes()));
    }

    private void update(String description, UpdateTableRequest.Builder request) {
        UpdateTableRequest built = request.tableName(source.table()).build();
        steps.add(new Step(
                description,
                source.table(),
                (client, within) -> client.updateTable(
                        built.toBuilder().overrideConfiguration(within).build())));
    }

    private void billing(TableDescription there) {
        BillingMode now = there.billingModeSummary() == null
                ? BillingMode.PROVISIONED
                : there.billingModeSummary().billingMode();
        boolean same = now == declared.billing()
                && (now == BillingMode.PAY_PER_REQUEST || isPaidFor(there.provisionedThroughput()));
        if (!same) {
            List<GlobalSecondaryIndexUpdate> indexes = paidIndexes(there);
            update(
                    "change the billing of " + source.table(),
                    UpdateTableRequest.builder()
                            .billingMode(declared.billing())
                            .provisionedThroughput(declared.throughput())
                            .globalSecondaryIndexUpdates(indexes.isEmpty() ? null : indexes));
        }
    }

    /** What is paid for a table is paid for each of its indexes as well. */
    private List<GlobalSecondaryIndexUpdate> paidIndexes(TableDescription there) {
        ProvisionedThroughput throughput = declared.throughput();
        if (throughput == null) {
            return List.of();
        }
        return there.globalSecondaryIndexes().stream()
                .map(index -> GlobalSecondaryIndexUpdate.builder()
                        .update(change -> change.indexName(index.indexName()).provisionedThroughput(throughput))
                        .build())
                .toList();
    }

    private boolean isPaidFor(ProvisionedThroughputDescription there) {
        return source.declared()
                .provisioned()
                .filter(units -> units.readUnits() == there.readCapacityUnits()
                        && units.writeUnits() == there.writeCapacityUnits())
                .isPresent();
    }

    private void stream(TableDescription there) {
        StreamSpecification now = there.streamSpecification();
        boolean streams = now != null && Boolean.TRUE.equals(now.streamEnabled());
        StreamSpecification wanted = declared.stream();
        boolean same =
                wanted == null ? !streams : streams && Objects.equals(now.streamViewType(), wanted.streamViewType());
        if (!same && streams) {
            update(
                    "stop the stream of " + source.table(),
                    UpdateTableRequest.builder().streamSpecification(off -> off.streamEnabled(false)));
        }
        if (!same && wanted != null) {
            update(
                    "start a stream of " + source.table(),
                    UpdateTableRequest.builder().streamSpecification(wanted));
        }
    }

    private void global(TableIndex index, TableDescription there) {
        String name = index.name().orElseThrow();
        Optional<GlobalSecondaryIndexDescription> found = there.globalSecondaryIndexes().stream()
                .filter(one -> one.indexName().equals(name))
                .findFirst();
        boolean same = found.filter(one -> sameKeys(one.keySchema(), declared.keys(index))
                        && sameProjection(one.projection(), declared.projection(index)))
                .isPresent();
        if (found.isPresent() && !same) {
            update(
                    "drop the index " + name + ", which is declared otherwise",
                    UpdateTableRequest.builder()
                            .globalSecondaryIndexUpdates(List.of(GlobalSecondaryIndexUpdate.builder()
                                    .delete(drop -> drop.indexName(name))
                                    .build())));
        }
        if (!same) {
            update("create the index " + name, created(index));
        }
    }

    private UpdateTableRequest.Builder created(TableIndex index) {
        CreateGlobalSecondaryIndexAction create = CreateGlobalSecondaryIndexAction.builder()
                .indexName(index.name().orElseThrow())
                .keySchema(declared.keys(index))
                .projection(declared.projection(index))
                .provisionedThroughput(declared.throughput())
                .build();
        return UpdateTableRequest.builder()
                .attributeDefinitions(declared.attributes(source.indexes()))
                .globalSecondaryIndexUpdates(List.of(
                        GlobalSecondaryIndexUpdate.builder().create(create).build()));
    }

    private void expiry(Optional<String> now) {
        Optional<String> wanted = source.declared().expiresBy();
        if (now.equals(wanted)) {
            return;
        }
        now.ifPresent(attribute -> expire(attribute, false));
        wanted.ifPresent(attribute -> expire(attribute, true));
    }

    private void expire(String attribute, boolean enabled) {
        steps.add(new Step(
                (enabled ? "let items of " : "no longer let items of ") + source.table() + " expire by " + attribute,
                source.table(),
                (client, within) -> client.updateTimeToLive(request -> request.tableName(source.table())
                        .overrideConfiguration(within)
                        .timeToLiveSpecification(
                                spec -> spec.attributeName(attribute).enabled(enabled)))));
    }

    /** Returns the global indexes that nobody declares. */
    List<String> undeclared(TableDescription there) {
        List<String> names = declared.indexes(DynamoIndex.Reach.GLOBAL).stream()
                .map(index -> index.name().orElseThrow())
                .toList();
        return there.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .filter(name -> !names.contains(name))
                .toList();
    }

    /** Returns the tables of the source: its own, and that of the markers if it has unique indexes. */
    static List<String> tables(DynamoSource source) {
        return source.uniques().isEmpty() ? List.of(source.table()) : List.of(source.table(), Markers.table(source));
    }
}
