/** The tables of a store in a file. */
@NullMarked
package dev.ectype.adapter.inmemory.internal.file;

import org.jspecify.annotations.NullMarked;
