package dev.ectype.adapter.inmemory.association;

import java.time.Instant;
import java.util.UUID;

/** That a post has a tag. */
public record PostTag(UUID id, UUID postId, String tagName, Boolean active, Instant insertedAt, Instant updatedAt) {}
