/**
 * The requests of a call-control API, validated by changesets alone: nothing is stored. Each command has a record and a
 * shape, what commands share is composed into them, and all errors leave in one form.
 */
@NullMarked
package dev.ectype.examples.callcontrol;

import org.jspecify.annotations.NullMarked;
