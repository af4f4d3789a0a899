package dev.ectype.examples.readme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in the directory. */
public record Person(
        @Nullable UUID id,
        String name,
        @Nullable Integer age,
        @Nullable List<String> skills,
        @Nullable Address address,
        @Nullable Instant insertedAt,
        @Nullable Instant updatedAt) {}
