package dev.ectype.benchmarks.mongo;

import org.bson.codecs.pojo.annotations.BsonId;

/** Records three deep. */
public record Parcel(@BsonId Integer id, String carrier, Recipient recipient) {
    static final Parcel SAMPLE = new Parcel(
            7,
            "Hermes",
            new Recipient("Ada", "ada@example.org", new Place("Ermou 1", "Athens", new Position(37.97, 23.73))));

    /** One deep. */
    public record Recipient(String name, String mail, Place place) {}

    /** Two deep. */
    public record Place(String street, String city, Position position) {}

    /** Three deep. */
    public record Position(Double latitude, Double longitude) {}
}
