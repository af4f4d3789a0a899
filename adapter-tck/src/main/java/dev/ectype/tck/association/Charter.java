package dev.ectype.tck.association;

import java.util.UUID;

/**
 * The rules of a club.
 *
 * @param id its key, made on insert
 * @param text what it says
 * @param clubId what refers to its owner
 */
public record Charter(UUID id, String text, UUID clubId) {}
