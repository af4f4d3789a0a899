package dev.ectype.adapter.dynamo.internal.source;

import dev.ectype.adapter.dynamo.mapping.DynamoIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way into a table: its own keys, or an index.
 *
 * @param name the name of the index; empty for the table itself
 * @param reach where the index reaches; global for the table itself
 * @param partition the slots of the partition key
 * @param sort the slots of the sort key
 * @param held the slots that an index holds; empty for all
 */
public record TableIndex(
        Optional<String> name,
        DynamoIndex.Reach reach,
        List<Integer> partition,
        List<Integer> sort,
        Optional<Set<Integer>> held) {
    /** Copies the lists. */
    public TableIndex {
        partition = List.copyOf(partition);
        sort = List.copyOf(sort);
    }

    /** Tells whether this is the table itself. */
    public boolean isTable() {
        return name.isEmpty();
    }

    /** Tells whether a slot is a part of the keys. */
    public boolean isKey(int slot) {
        return partition.contains(slot) || sort.contains(slot);
    }

    /** Tells whether a slot can be read here. */
    public boolean holds(int slot) {
        return held.isEmpty() || held.get().contains(slot);
    }

    /** Tells whether it can be read consistently. */
    public boolean canBeConsistent() {
        return isTable() || reach == DynamoIndex.Reach.LOCAL;
    }
}
