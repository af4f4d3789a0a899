/**
 * What a store implements. {@link dev.ectype.spi.Adapter} is all that is required; further parts are interfaces of
 * their own. Adapters see sources, rows, predicates and values in their neutral stored form, and nothing else.
 */
@NullMarked
package dev.ectype.spi;

import org.jspecify.annotations.NullMarked;
