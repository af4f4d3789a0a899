package dev.ectype.examples.library;

import dev.ectype.association.ToMany;
import java.util.UUID;

// snippet:assoc-records
/** Who writes books. */
public record Author(UUID id, String name, ToMany<Book> books, ToMany<Copy> copies) {}
// end
