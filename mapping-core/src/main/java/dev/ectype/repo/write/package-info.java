/**
 * What a write says beside its record, and what came of it: options, conflict rules, updates of many records, many rows and
 * their outcomes.
 */
@NullMarked
package dev.ectype.repo.write;

import org.jspecify.annotations.NullMarked;
