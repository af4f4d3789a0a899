package dev.ectype.examples.library;

/** What books are about. */
public record Subject(String name) {}
