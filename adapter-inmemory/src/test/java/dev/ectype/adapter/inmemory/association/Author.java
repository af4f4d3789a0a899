package dev.ectype.adapter.inmemory.association;

import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import java.time.Instant;
import java.util.UUID;

/** Who writes posts. */
public record Author(
        UUID id,
        String name,
        ToOne<Profile> profile,
        ToMany<Post> posts,
        ToMany<Comment> comments,
        Instant insertedAt,
        Instant updatedAt) {}
