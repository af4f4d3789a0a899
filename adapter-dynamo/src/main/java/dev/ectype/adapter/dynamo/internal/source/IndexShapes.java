package dev.ectype.adapter.dynamo.internal.source;

import dev.ectype.adapter.dynamo.internal.codec.RowFormat;
import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import dev.ectype.adapter.dynamo.mapping.DynamoTable;
import dev.ectype.error.MappingException;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derives the ways into a table from the declared key and indexes. */
final class IndexShapes {
    private static final int MOST_KEY_FIELDS = 2;
    private final Source source;
    private final DynamoTable declared;
    private final RowFormat format;

    IndexShapes(Source source, DynamoTable declared, RowFormat format) {
        this.source = source;
        this.declared = declared;
        this.format = format;
    }

    List<TableIndex> all() {
        source.indexes().forEach(this::requireWhole);
        List<TableIndex> all = new ArrayList<>();
        all.add(table());
        source.indexes().stream()
                .filter(index -> declared.of(index.name()).reach() != DynamoIndex.Reach.NONE)
                .forEach(index -> all.add(of(index, declared.of(index.name()))));
        declared.indexes().forEach(this::requireDeclared);
        declared.expiresBy().ifPresent(this::requireAttribute);
        source.indexes().stream().filter(Source.Index::unique).forEach(this::requireCheckable);
        return all;
    }

    private void requireWhole(Source.Index index) {
        if (index.isPartial() && !index.unique()) {
            throw misuse(
                    "DynamoDB has no indexes of some records only, unless they keep values apart; leave the condition out",
                    index.name());
        }
    }

    private TableIndex table() {
        List<Integer> key = source.key();
        if (key.isEmpty() || key.size() > MOST_KEY_FIELDS) {
            throw misuse(
                    "a table of DynamoDB has a key of one field, or of two: a partition key and a sort key", "key");
        }
        key.forEach(slot -> requireOrdered(slot, "key"));
        return new TableIndex(
                Optional.empty(),
                DynamoIndex.Reach.GLOBAL,
                key.subList(0, 1),
                key.subList(1, key.size()),
                Optional.empty());
    }

    private TableIndex of(Source.Index index, DynamoIndex kept) {
        List<Integer> slots = index.fields().stream()
                .map(field -> requireTopLevel(field, index.name()))
                .toList();
        slots.forEach(slot -> requireOrdered(slot, index.name()));
        int partition = Math.min(kept.partitionFields(), slots.size());
        List<Integer> hash = slots.subList(0, partition);
        if (kept.reach() == DynamoIndex.Reach.LOCAL && !hash.equals(source.key().subList(0, 1))) {
            throw misuse("a local index begins with the table's partition key", index.name());
        }
        return new TableIndex(
                Optional.of(index.name()),
                kept.reach(),
                hash,
                slots.subList(partition, slots.size()),
                held(kept, slots));
    }

    private Optional<Set<Integer>> held(DynamoIndex kept, List<Integer> slots) {
        if (kept.holds() == DynamoIndex.Holding.ALL) {
            return Optional.empty();
        }
        Set<Integer> held = new HashSet<>(slots);
        held.addAll(source.key());
        kept.included().forEach(name -> held.add(requireAttribute(name)));
        return Optional.of(held);
    }

    /** The store removes an expired item alone, and would leave its markers behind. */
    private void requireCheckable(Source.Index unique) {
        unique.fields().forEach(field -> requireTopLevel(field, unique.name()));
        if (declared.expiresBy().isPresent()) {
            throw misuse("records that expire cannot be kept unique", unique.name());
        }
    }

    private int requireAttribute(String name) {
        int slot = source.layout().indexOfSource(name);
        if (slot < 0) {
            throw misuse("the hint on a table names an attribute that no field is stored as", name);
        }
        return slot;
    }

    private void requireDeclared(DynamoIndex kept) {
        if (source.indexes().stream().noneMatch(index -> index.name().equals(kept.name()))) {
            throw misuse("the hint on a table names an index that is not declared", kept.name());
        }
    }

    private int requireTopLevel(FieldPath field, String index) {
        if (!field.isTopLevel()) {
            throw misuse("DynamoDB indexes whole fields only, and nothing inside them", index);
        }
        return field.slot();
    }

    private void requireOrdered(int slot, String where) {
        if (!format.format(slot).kind().isOrdered()) {
            throw misuse("keys and indexes of DynamoDB are of texts, numbers and bytes", where);
        }
    }

    private MappingException misuse(String message, String where) {
        return new MappingException(
                MappingException.Kind.USAGE,
                message,
                Map.of("store", "DynamoDB", "source", source.toString(), "name", where));
    }
}
