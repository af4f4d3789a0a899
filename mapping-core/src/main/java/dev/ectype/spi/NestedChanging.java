package dev.ectype.spi;

/**
 * The optional part of a store that changes a value inside an embedded record, or inside an element of a list of them, and
 * leaves what stands beside it. The core then writes only what changed of an embedded record; without this part it writes
 * the record whole. It has nothing to call: such assignments have paths of several steps.
 */
public interface NestedChanging {}
