package dev.ectype.schema;

import java.time.Instant;

/**
 * The columns that tell when a record was inserted and last updated.
 *
 * @param insertedAt set on insert
 * @param updatedAt set on insert and on every update
 */
public record Timestamps<R>(Column<R, Instant> insertedAt, Column<R, Instant> updatedAt) {}
