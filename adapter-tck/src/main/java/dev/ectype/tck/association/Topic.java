package dev.ectype.tck.association;

/**
 * A topic of clubs.
 *
 * @param word its key, which a program chooses
 */
public record Topic(String word) {}
