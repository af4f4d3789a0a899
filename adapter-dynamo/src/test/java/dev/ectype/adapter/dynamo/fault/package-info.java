/** A busy or broken store. */
@NullMarked
package dev.ectype.adapter.dynamo.fault;

import org.jspecify.annotations.NullMarked;
