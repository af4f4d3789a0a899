package dev.ectype.spi;

/**
 * The optional part of a store that changes single elements of a set or list which is assigned as a whole, and leaves those
 * that another program added. The core then says what the record was before ({@link Update#before}); without this part
 * elements are written all together. It has nothing to call.
 */
public interface ElementChanging {}
