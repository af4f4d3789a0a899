/**
 * The neutral stored form: the few Java classes in which values travel between the toolkit and a store, and the
 * layout of the records made of them. This is all that a storage adapter sees of a domain class.
 */
@NullMarked
package dev.ectype.types.stored;

import org.jspecify.annotations.NullMarked;
