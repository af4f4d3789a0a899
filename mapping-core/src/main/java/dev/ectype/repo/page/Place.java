package dev.ectype.repo.page;

import dev.ectype.query.ir.Window.Keyset;

/**
 * What a cursor holds.
 *
 * @param place the keys of a row in the order of the query
 * @param backwards whether the rows before it are meant, and not those behind
 */
public record Place(Keyset place, boolean backwards) {}
