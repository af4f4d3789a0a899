/** How rows are checked, inserted, changed and removed. */
@NullMarked
package dev.ectype.adapter.inmemory.internal.write;

import org.jspecify.annotations.NullMarked;
