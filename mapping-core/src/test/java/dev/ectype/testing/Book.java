package dev.ectype.testing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A book of the test schema. */
public record Book(
        UUID id,
        String title,
        Integer pages,
        List<String> tags,
        Publisher publisher,
        Integer version,
        String shelfNote,
        Instant insertedAt,
        Instant updatedAt) {

    /** Who publishes a book. */
    public record Publisher(String name, String city) {}
}
