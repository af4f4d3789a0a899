package dev.ectype.examples.library;

import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import java.util.UUID;

// snippet:assoc-book
/** A book, which one author has written, with its subjects and the copies that the library has. */
public record Book(
        UUID id,
        String title,
        Integer year,
        UUID authorId,
        ToOne<Author> author,
        ToMany<Copy> copies,
        ToMany<Subject> subjects) {}
// end
