package dev.ectype.spi;

import dev.ectype.types.stored.Row;

/**
 * The insertion of one row; null slots are not written.
 *
 * @param source where
 * @param row the row
 * @param options the options of the call
 */
public record Insert(Source source, Row row, CallOptions options) {}
