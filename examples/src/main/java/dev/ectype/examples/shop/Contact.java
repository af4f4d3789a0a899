package dev.ectype.examples.shop;

import org.jspecify.annotations.Nullable;

/** How to reach somebody. */
public record Contact(String email, @Nullable String phone) {}
