package dev.ectype.adapter.inmemory.association;

import java.util.UUID;

/** What an author says of himself. */
public record Profile(UUID id, String bio, UUID authorId) {}
