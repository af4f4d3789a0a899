package dev.ectype.adapter.dynamo.internal.source;

import dev.ectype.adapter.dynamo.internal.codec.Format;
import dev.ectype.adapter.dynamo.internal.codec.Formats;
import dev.ectype.adapter.dynamo.internal.codec.RowFormat;
import dev.ectype.adapter.dynamo.internal.codec.Unstorable;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A source with what was derived from it. Immutable.
 *
 * @param source the source
 * @param table the name of its table
 * @param declared what the schema says of it
 * @param formats the formats of values
 * @param format the format of its items
 * @param indexes the ways into it, the table itself first
 */
public record DynamoSource(
        Source source,
        String table,
        DynamoTable declared,
        Formats formats,
        RowFormat format,
        List<TableIndex> indexes) {
    /** Copies the list. */
    public DynamoSource {
        indexes = List.copyOf(indexes);
    }

    /** Derives what is needed. */
    public static DynamoSource of(Source source, Formats formats) {
        DynamoTable declared = source.hint(DynamoTable.class).orElse(DynamoTable.USUAL);
        RowFormat format = formats.items(source.layout(), declared.expiresBy(), declared.writtenAsNull());
        String table = source.prefix().map(prefix -> prefix + ".").orElse("") + source.name();
        return new DynamoSource(
                source, table, declared, formats, format, new IndexShapes(source, declared, format).all());
    }

    /** Returns the table's own keys. */
    public TableIndex primary() {
        return indexes.get(0);
    }

    /** Returns the unique indexes, which are kept true by markers. */
    public List<Source.Index> uniques() {
        return source.indexes().stream().filter(Source.Index::unique).toList();
    }

    /** Returns the slot of the time at which a row expires. */
    public OptionalInt expiry() {
        return declared.expiresBy()
                .map(name -> OptionalInt.of(source.layout().indexOfSource(name)))
                .orElse(OptionalInt.empty());
    }

    /** Returns the format of what stands at the end of a path. */
    public Format format(FieldPath path) {
        return path.isTopLevel() ? format.format(path.slot()) : formats.of(path.storage());
    }

    /**
     * Returns the stored form of a key.
     *
     * @throws Unstorable if no item can have it
     */
    public Map<String, AttributeValue> key(List<Object> values) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            int slot = source.key().get(i);
            key.put(format.name(slot), keyValue(slot, values.get(i)));
        }
        return key;
    }

    /** Returns the stored form of a value of a key. */
    private AttributeValue keyValue(int slot, @Nullable Object value) {
        String name = source.layout().slot(slot).name();
        if (value == null) {
            throw new Unstorable("a key has a value in each of its fields").at(name);
        }
        AttributeValue stored = format.writeSlot(slot, value);
        if (isEmpty(stored)) {
            throw new Unstorable("a key of DynamoDB is never empty").at(name);
        }
        return stored;
    }

    /** Tells whether a stored value is an empty text or has no bytes, which no key and no index takes. */
    public static boolean isEmpty(AttributeValue stored) {
        return stored.s() != null
                ? stored.s().isEmpty()
                : stored.b() != null && stored.b().asByteArrayUnsafe().length == 0;
    }

    /** Returns the key of an item. */
    public Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        source.key().forEach(slot -> key.put(format.name(slot), Objects.requireNonNull(item.get(format.name(slot)))));
        return key;
    }

    /** Returns what tells the key of an item from others: numbers by value, however they are written. */
    public List<Object> identity(Map<String, AttributeValue> item) {
        List<Object> identity = new ArrayList<>();
        for (int slot : source.key()) {
            AttributeValue value = Objects.requireNonNull(item.get(format.name(slot)));
            identity.add(value.n() == null ? value : new BigDecimal(value.n()).stripTrailingZeros());
        }
        return identity;
    }

    /** Returns the values of the key of a row. */
    public List<Object> keyOf(Row row) {
        List<Object> values = new ArrayList<>();
        for (int slot : source.key()) {
            Object value = row.get(slot);
            if (value == null) {
                throw new Unstorable("a key has a value in each of its fields")
                        .at(source.layout().slot(slot).name())
                        .toMappingException(source.toString());
            }
            values.add(value);
        }
        return values;
    }

    /**
     * Returns the item of a row.
     *
     * @throws Unstorable if the store has no place for a value
     */
    public Map<String, AttributeValue> item(Row row) {
        Map<String, AttributeValue> item = format.writeRow(row);
        for (TableIndex index : indexes) {
            index.partition().forEach(slot -> requireIndexable(slot, item.get(format.name(slot))));
            index.sort().forEach(slot -> requireIndexable(slot, item.get(format.name(slot))));
        }
        return item;
    }

    /**
     * Returns the stored form of a value that a change puts into a row.
     *
     * @throws Unstorable if the store has no place for it
     */
    public AttributeValue value(int slot, Object value) {
        AttributeValue stored = format.writeSlot(slot, value);
        if (indexes.stream().anyMatch(index -> index.isKey(slot))) {
            requireIndexable(slot, stored);
        }
        return stored;
    }

    private void requireIndexable(int slot, @Nullable AttributeValue stored) {
        if (stored != null && isEmpty(stored)) {
            throw new Unstorable("what DynamoDB indexes is never empty: store no value instead")
                    .at(source.layout().slot(slot).name());
        }
    }

    /** Returns every slot. */
    public List<Integer> slots() {
        return IntStream.range(0, source.layout().size()).boxed().toList();
    }
}
