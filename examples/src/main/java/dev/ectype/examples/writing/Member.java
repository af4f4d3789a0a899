package dev.ectype.examples.writing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of a club. */
public record Member(
        @Nullable UUID id,
        @Nullable String email,
        @Nullable String name,
        @Nullable Integer visits,
        @Nullable List<String> badges,
        @Nullable Integer version,
        @Nullable Instant changed) {}
