/**
 * Types: how one value is cast from outside, dumped to a store and loaded back.
 *
 * <p>{@link dev.ectype.types.Types} holds the ready ones; {@link dev.ectype.types.Type} is what a custom one implements.
 * Nothing here knows a store, a record or a request.
 */
@NullMarked
package dev.ectype.types;

import org.jspecify.annotations.NullMarked;
