/**
 * Persistent collections: a changed copy shares all but a path of nodes with its original, so that a snapshot costs
 * nothing and readers need no lock.
 */
@NullMarked
package dev.ectype.adapter.inmemory.internal.tree;

import org.jspecify.annotations.NullMarked;
