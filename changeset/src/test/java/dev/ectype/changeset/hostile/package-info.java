/** Input that nobody should send, and what becomes of it. */
@NullUnmarked
package dev.ectype.changeset.hostile;

import org.jspecify.annotations.NullUnmarked;
