/** Replays what real Ecto answered: each case through the public API, compared part by part. */
@NullUnmarked
package dev.ectype.changeset.vectors;

import org.jspecify.annotations.NullUnmarked;
