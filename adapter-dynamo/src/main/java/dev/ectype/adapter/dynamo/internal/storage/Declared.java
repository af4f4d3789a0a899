package dev.ectype.adapter.dynamo.internal.storage;

import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.adapter.dynamo.internal.write.Markers;
import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** The table that a source declares, in the store's terms. */
final class Declared {
    private final DynamoSource source;

    Declared(DynamoSource source) {
        this.source = source;
    }

    CreateTableRequest table() {
        List<GlobalSecondaryIndex> global =
                indexes(DynamoIndex.Reach.GLOBAL).stream().map(this::global).toList();
        List<LocalSecondaryIndex> local =
                indexes(DynamoIndex.Reach.LOCAL).stream().map(this::local).toList();
        return CreateTableRequest.builder()
                .tableName(source.table())
                .keySchema(keys(source.primary()))
                .attributeDefinitions(attributes(source.indexes()))
                .globalSecondaryIndexes(global.isEmpty() ? null : global)
                .localSecondaryIndexes(local.isEmpty() ? null : local)
                .billingMode(billing())
                .provisionedThroughput(throughput())
                .streamSpecification(stream())
                .build();
    }

    /** Returns the declared indexes of a reach, the table itself not among them. */
    List<TableIndex> indexes(DynamoIndex.Reach reach) {
        return source.indexes().stream()
                .filter(index -> !index.isTable() && index.reach() == reach)
                .toList();
    }

    List<AttributeDefinition> attributes(List<TableIndex> indexes) {
        Set<Integer> slots = new LinkedHashSet<>();
        for (TableIndex index : indexes) {
            slots.addAll(index.partition());
            slots.addAll(index.sort());
        }
        return slots.stream()
                .map(slot -> AttributeDefinition.builder()
                        .attributeName(source.format().name(slot))
                        .attributeType(ScalarAttributeType.fromValue(
                                source.format().format(slot).kind().name()))
                        .build())
                .toList();
    }

    List<KeySchemaElement> keys(TableIndex index) {
        List<KeySchemaElement> keys = new ArrayList<>();
        index.partition().forEach(slot -> keys.add(key(slot, KeyType.HASH)));
        index.sort().forEach(slot -> keys.add(key(slot, KeyType.RANGE)));
        return keys;
    }

    private KeySchemaElement key(int slot, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(source.format().name(slot))
                .keyType(type)
                .build();
    }

    GlobalSecondaryIndex global(TableIndex index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name().orElseThrow())
                .keySchema(keys(index))
                .projection(projection(index))
                .provisionedThroughput(throughput())
                .build();
    }

    private LocalSecondaryIndex local(TableIndex index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.name().orElseThrow())
                .keySchema(keys(index))
                .projection(projection(index))
                .build();
    }

    Projection projection(TableIndex index) {
        if (index.held().isEmpty()) {
            return Projection.builder().projectionType(ProjectionType.ALL).build();
        }
        Set<String> names = index.held().get().stream()
                .filter(slot -> !index.isKey(slot) && !source.primary().isKey(slot))
                .map(source.format()::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty()
                ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
                : Projection.builder()
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(names)
                        .build();
    }

    BillingMode billing() {
        return source.declared().provisioned().isPresent() ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST;
    }

    @Nullable ProvisionedThroughput throughput() {
        return source.declared()
                .provisioned()
                .map(units -> ProvisionedThroughput.builder()
                        .readCapacityUnits(units.readUnits())
                        .writeCapacityUnits(units.writeUnits())
                        .build())
                .orElse(null);
    }

    @Nullable StreamSpecification stream() {
        return source.declared().stream()
                .map(view -> StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build())
                .orElse(null);
    }

    /** Returns the table of the markers of unique values; empty if nothing is unique. */
    Optional<CreateTableRequest> markers() {
        return source.uniques().isEmpty()
                ? Optional.empty()
                : Optional.of(CreateTableRequest.builder()
                        .tableName(Markers.table(source))
                        .keySchema(KeySchemaElement.builder()
                                .attributeName(Markers.KEY)
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName(Markers.KEY)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .billingMode(billing())
                        .provisionedThroughput(throughput())
                        .build());
    }
}
