package dev.ectype.adapter.dynamo.mapping;

import java.util.List;

/**
 * How a declared index is kept. Without one, an index is global, its first field is the partition key and the others are
 * sort keys in their order, and it holds whole items. Immutable.
 *
 * @param name the name of the declared index
 * @param reach where it reaches
 * @param partitionFields how many of its fields make the partition key; the others are sort keys, left to right
 * @param holds what it holds of an item
 * @param included the names in the store of the attributes that an index of {@link Holding#SOME} holds beside the keys
 */
public record DynamoIndex(String name, Reach reach, int partitionFields, Holding holds, List<String> included) {
    private static final int MOST_KEYS = 4;

    /** Where an index reaches. */
    public enum Reach {
        /** Over the whole table; it follows a moment behind and is never read consistently. */
        GLOBAL,
        /** Within one partition of the table, whose partition key is its first field; made with the table only. */
        LOCAL,
        /** Nowhere: no index is made. Whether values are unique is still checked. */
        NONE
    }

    /** What an index holds of an item. */
    public enum Holding {
        /** Everything. */
        ALL,
        /** The keys of the index and of the table. */
        KEYS,
        /** The keys, and some attributes. */
        SOME
    }

    /** Checks the number of keys, and copies the names. */
    public DynamoIndex {
        included = List.copyOf(included);
        if (partitionFields < 1 || partitionFields > MOST_KEYS) {
            throw new IllegalArgumentException("a partition key has one to four fields: " + partitionFields);
        }
    }

    /** Returns the global index of that name, which holds whole items. */
    public static DynamoIndex global(String name) {
        return new DynamoIndex(name, Reach.GLOBAL, 1, Holding.ALL, List.of());
    }

    /** Returns the local index of that name, which holds whole items. */
    public static DynamoIndex local(String name) {
        return new DynamoIndex(name, Reach.LOCAL, 1, Holding.ALL, List.of());
    }

    /** Returns a declared index that is not made. */
    public static DynamoIndex none(String name) {
        return new DynamoIndex(name, Reach.NONE, 1, Holding.ALL, List.of());
    }

    /** Returns the same with a partition key of so many of its fields. */
    public DynamoIndex partitionedBy(int fields) {
        return new DynamoIndex(name, reach, fields, holds, included);
    }

    /** Returns the same, holding the keys only. */
    public DynamoIndex holdingKeys() {
        return new DynamoIndex(name, reach, partitionFields, Holding.KEYS, List.of());
    }

    /** Returns the same, holding the keys and some attributes, by their names in the store. */
    public DynamoIndex holding(String... attributes) {
        return new DynamoIndex(name, reach, partitionFields, Holding.SOME, List.of(attributes));
    }
}
