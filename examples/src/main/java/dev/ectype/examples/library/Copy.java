package dev.ectype.examples.library;

import java.util.UUID;

/** A copy of a book on a shelf. */
public record Copy(UUID id, String shelf, UUID bookId) {}
