/** Texts of errors in people's languages, with correct plurals; made only when asked for. */
@NullMarked
package dev.ectype.changeset.message;

import org.jspecify.annotations.NullMarked;
