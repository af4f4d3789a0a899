/** Helpers of the changeset module; not for use outside it, and free to change. */
@NullMarked
package dev.ectype.changeset.internal;

import org.jspecify.annotations.NullMarked;
