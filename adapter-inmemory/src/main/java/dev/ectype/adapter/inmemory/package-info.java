/**
 * A store in memory: tables of immutable rows by primary key and by index, with transactions. It is the reference for
 * what other adapters do, and the double that programs test with.
 */
@NullMarked
package dev.ectype.adapter.inmemory;

import org.jspecify.annotations.NullMarked;
