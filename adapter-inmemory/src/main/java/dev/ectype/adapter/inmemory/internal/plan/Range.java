package dev.ectype.adapter.inmemory.internal.plan;

/**
 * Neighbouring rows of an index.
 *
 * @param low where they begin
 * @param high where they end
 */
record Range(Bound low, Bound high) {}
