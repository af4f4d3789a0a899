package dev.ectype.schema;

/**
 * A row that relates two records and has nothing else.
 *
 * @param owner the key of the owner
 * @param related the key of the related record
 */
public record JoinRow(Object owner, Object related) {}
