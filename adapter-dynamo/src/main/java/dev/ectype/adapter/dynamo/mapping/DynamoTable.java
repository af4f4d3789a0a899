package dev.ectype.adapter.dynamo.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * A schema's hint on its table. Without one, a table is billed by request, nothing expires, and null values are not
 * stored. Immutable.
 *
 * @param expiresBy the name in the store of the attribute that says when an item expires; empty if none does
 * @param writtenAsNull the names in the store of the attributes that are stored as NULL when there is no value
 * @param indexes how declared indexes are kept, if not as usual
 * @param provisioned the throughput that is paid for; empty to pay by request
 * @param stream what a stream of changes shows; empty for no stream
 */
public record DynamoTable(
        Optional<String> expiresBy,
        Set<String> writtenAsNull,
        List<DynamoIndex> indexes,
        Optional<Throughput> provisioned,
        Optional<StreamViewType> stream) {
    /** A table as usual. */
    public static final DynamoTable USUAL =
            new DynamoTable(Optional.empty(), Set.of(), List.of(), Optional.empty(), Optional.empty());

    /**
     * A provisioned throughput.
     *
     * @param readUnits how many read units a second
     * @param writeUnits how many write units a second
     */
    public record Throughput(long readUnits, long writeUnits) {}

    /** Copies the collections. */
    public DynamoTable {
        writtenAsNull = Set.copyOf(writtenAsNull);
        indexes = List.copyOf(indexes);
    }

    /**
     * Returns the same with items that expire at the time in an attribute: an {@link java.time.Instant}, stored as whole
     * seconds since 1970, or a number of them. Expired items that the store has not removed yet are not there for reads
     * and writes.
     */
    public DynamoTable expiringBy(String attribute) {
        return new DynamoTable(Optional.of(attribute), writtenAsNull, indexes, provisioned, stream);
    }

    /** Returns the same with an attribute that is stored as NULL, and not left out, when there is no value. */
    public DynamoTable writingNull(String attribute) {
        Set<String> more = new HashSet<>(writtenAsNull);
        more.add(attribute);
        return new DynamoTable(expiresBy, more, indexes, provisioned, stream);
    }

    /** Returns the same with a declared index kept as said. */
    public DynamoTable index(DynamoIndex index) {
        List<DynamoIndex> more = new ArrayList<>(indexes);
        more.add(index);
        return new DynamoTable(expiresBy, writtenAsNull, more, provisioned, stream);
    }

    /** Returns the same with a throughput that is paid for. */
    public DynamoTable provisioned(long readUnits, long writeUnits) {
        Throughput throughput = new Throughput(readUnits, writeUnits);
        return new DynamoTable(expiresBy, writtenAsNull, indexes, Optional.of(throughput), stream);
    }

    /** Returns the same with a stream of changes. */
    public DynamoTable streaming(StreamViewType view) {
        return new DynamoTable(expiresBy, writtenAsNull, indexes, provisioned, Optional.of(view));
    }

    /** Returns how a declared index is kept. */
    public DynamoIndex of(String index) {
        return indexes.stream()
                .filter(kept -> kept.name().equals(index))
                .findFirst()
                .orElseGet(() -> DynamoIndex.global(index));
    }
}
