package dev.ectype.examples.shop;

import org.jspecify.annotations.Nullable;

/** What is ordered of one article. */
public record Line(
        @Nullable String id, String article, @Nullable Integer quantity) {}
