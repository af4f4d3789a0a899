package dev.ectype.schema;

/** What happens to the related records when their owner is deleted through a repo; nothing beyond them is looked at. */
public enum OnDelete {
    /** They stay as they are. */
    NOTHING,
    /** They stay and lose their reference to the owner. */
    NILIFY_ALL,
    /** They are deleted; of records related through a join, only the rows of the join are. */
    DELETE_ALL
}
