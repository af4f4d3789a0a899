package dev.ectype.adapter.inmemory.association;

import dev.ectype.association.ToOne;
import java.util.UUID;

/** A comment on a post. */
public record Comment(UUID id, String text, UUID postId, ToOne<Post> post, ToOne<Author> author) {}
