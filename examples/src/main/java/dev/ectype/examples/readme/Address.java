package dev.ectype.examples.readme;

import org.jspecify.annotations.Nullable;

/** An address inside another record. */
public record Address(@Nullable String street, @Nullable String city) {}
