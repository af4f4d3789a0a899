package dev.ectype.adapter.inmemory.association;

import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import java.util.UUID;

/** A post of an author. */
public record Post(
        UUID id,
        String title,
        Integer rank,
        UUID authorId,
        ToOne<Author> author,
        ToMany<Comment> comments,
        ToMany<Tag> tags) {}
