/**
 * Shapes and changesets: which fields a record has, which of them a request may set, and whether what it sets is valid.
 *
 * <p>A {@link dev.ectype.changeset.Shape} declares typed fields; a {@link dev.ectype.changeset.Changeset} is data, params,
 * permitted changes, errors and constraints in one immutable value. Nothing here knows a store.
 */
@NullMarked
package dev.ectype.changeset;

import org.jspecify.annotations.NullMarked;
