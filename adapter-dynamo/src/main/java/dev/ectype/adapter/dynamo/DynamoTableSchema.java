package dev.ectype.adapter.dynamo;

import dev.ectype.adapter.dynamo.internal.codec.Formats;
import dev.ectype.adapter.dynamo.internal.codec.Kind;
import dev.ectype.adapter.dynamo.internal.codec.RowFormat;
import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.adapter.dynamo.internal.source.TableIndex;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.SlotReader;
import dev.ectype.types.stored.SlotWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table of a schema as the AWS SDK's Enhanced Client sees it, so that a program can use both on the same items. What
 * the Enhanced Client writes is written as the adapter would, except that nothing keeps markers of unique values.
 * Immutable and safe for use by several threads.
 *
 * @param <R> the record
 */
public final class DynamoTableSchema<R> implements TableSchema<R> {
    private final DynamoSource source;
    private final Class<R> recordClass;
    private final BiConsumer<R, Map<String, AttributeValue>> dump;
    private final Function<Map<String, AttributeValue>, R> load;
    private final TableMetadata metadata;

    private DynamoTableSchema(
            DynamoSource source,
            Class<R> recordClass,
            BiConsumer<R, Map<String, AttributeValue>> dump,
            Function<Map<String, AttributeValue>, R> load) {
        this.source = source;
        this.recordClass = recordClass;
        this.dump = dump;
        this.load = load;
        this.metadata = metadata(source);
    }

    /**
     * Returns the table of a schema: {@code of(PEOPLE.asSource(), Person.class, PEOPLE::dumper, PEOPLE::loader)}.
     *
     * @param source where the records live
     * @param recordClass their class
     * @param dumper makes what puts records into items, out of what writes each slot
     * @param loader makes what turns items into records, out of what reads each slot
     */
    public static <R> TableSchema<R> of(
            Source source,
            Class<R> recordClass,
            Function<List<SlotWriter<Map<String, AttributeValue>>>, BiConsumer<R, Map<String, AttributeValue>>> dumper,
            Function<List<SlotReader<Map<String, AttributeValue>>>, Function<Map<String, AttributeValue>, R>> loader) {
        DynamoSource derived = DynamoSource.of(source, new Formats());
        RowFormat format = derived.format();
        return new DynamoTableSchema<>(
                derived, recordClass, dumper.apply(format.writers()), loader.apply(format.readers()));
    }

    private static TableMetadata metadata(DynamoSource source) {
        StaticTableMetadata.Builder metadata = StaticTableMetadata.builder();
        for (TableIndex index : source.indexes()) {
            String name = index.name().orElse(TableMetadata.primaryIndexName());
            for (int i = 0; i < index.partition().size(); i++) {
                int slot = index.partition().get(i);
                metadata.addIndexPartitionKey(
                        name, source.format().name(slot), type(source, slot), order(index.partition(), i));
            }
            for (int i = 0; i < index.sort().size(); i++) {
                int slot = index.sort().get(i);
                metadata.addIndexSortKey(name, source.format().name(slot), type(source, slot), order(index.sort(), i));
            }
        }
        return metadata.build();
    }

    private static Order order(List<Integer> keys, int at) {
        return keys.size() == 1
                ? Order.UNSPECIFIED
                : List.of(Order.FIRST, Order.SECOND, Order.THIRD, Order.FOURTH).get(at);
    }

    private static AttributeValueType type(DynamoSource source, int slot) {
        Kind kind = source.format().format(slot).kind();
        return kind == Kind.N ? AttributeValueType.N : kind == Kind.B ? AttributeValueType.B : AttributeValueType.S;
    }

    @Override
    public R mapToItem(Map<String, AttributeValue> item) {
        return load.apply(item);
    }

    private Map<String, AttributeValue> item(R data) {
        Map<String, AttributeValue> item = source.format().newItem();
        try {
            dump.accept(data, item);
        } catch (Unstorable unstorable) {
            throw unstorable.toMappingException(source.source().toString());
        }
        return item;
    }

    /** Raises a {@link dev.ectype.error.MappingException} for a value that the store has no place for. */
    @Override
    public Map<String, AttributeValue> itemToMap(R item, boolean ignoreNulls) {
        Map<String, AttributeValue> map = item(item);
        if (!ignoreNulls) {
            attributeNames().forEach(name -> map.putIfAbsent(name, Kind.nothing()));
        }
        return map;
    }

    @Override
    public Map<String, AttributeValue> itemToMap(R item, Collection<String> attributes) {
        Set<String> wanted = Set.copyOf(attributes);
        return itemToMap(item, true).entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public @Nullable AttributeValue attributeValue(R item, String attributeName) {
        return itemToMap(item, true).get(attributeName);
    }

    @Override
    public TableMetadata tableMetadata() {
        return metadata;
    }

    @Override
    public EnhancedType<R> itemType() {
        return EnhancedType.of(recordClass);
    }

    @Override
    public List<String> attributeNames() {
        return source.slots().stream().map(source.format()::name).toList();
    }

    @Override
    public boolean isAbstract() {
        return false;
    }
}
