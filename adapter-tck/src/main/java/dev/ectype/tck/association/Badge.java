package dev.ectype.tck.association;

import java.util.UUID;

/**
 * What a member was given.
 *
 * @param id its key, made on insert
 * @param label what it says
 * @param memberId what refers to its owner
 */
public record Badge(UUID id, String label, UUID memberId) {}
