package dev.ectype.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** A parcel of the test schema of everything that is made on the way to a store. */
public record Parcel(
        String region,
        UUID id,
        String code,
        Integer rank,
        Label label,
        List<Stop> stops,
        LocalDateTime born,
        Instant changed) {

    /** What stands on a parcel. */
    public record Label(UUID id, String text, List<Mark> marks, Instant insertedAt, Instant updatedAt) {}

    /** A mark on a label. */
    public record Mark(String id, String kind) {}

    /** Where a parcel was. */
    public sealed interface Stop {}

    /** A place on land. */
    public record Depot(UUID id, String city) implements Stop {}

    /** A ship. */
    public record Ship(UUID id, String name, Instant insertedAt, Instant updatedAt) implements Stop {}
}
