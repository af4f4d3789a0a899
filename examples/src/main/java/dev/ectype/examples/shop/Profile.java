package dev.ectype.examples.shop;

import org.jspecify.annotations.Nullable;

/** What a customer may change of their own. */
public record Profile(
        String name, @Nullable String nickname, @Nullable Contact contact) {}
