package dev.ectype.adapter.inmemory.association;

import dev.ectype.association.ToMany;

/** A word on posts, which is its own key. */
public record Tag(String name, ToMany<Post> posts) {}
