/**
 * The rules of writing: round trips (R), inserts (I), updates (U), deletes (D), upserts (UP), bulk writes (B), atomic
 * writes (AW), transactions (TX), concurrency (CC), hostile values (H), prefixes (PX).
 */
@NullMarked
package dev.ectype.tck.write;

import org.jspecify.annotations.NullMarked;
