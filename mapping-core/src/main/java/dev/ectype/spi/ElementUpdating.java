package dev.ectype.spi;

/**
 * The optional part of a store that updates those elements of a list which meet a condition, for every row of a plan. It has
 * nothing to call: {@link BulkChanging} is given assignments with {@link Assignment.Operation#UPDATE_ELEMENTS}. A condition
 * that the store cannot put to elements is refused before anything is written.
 */
public interface ElementUpdating extends BulkChanging {}
