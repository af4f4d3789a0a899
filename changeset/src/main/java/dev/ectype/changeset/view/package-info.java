/** Errors in the forms that clients expect. */
@NullMarked
package dev.ectype.changeset.view;

import org.jspecify.annotations.NullMarked;
