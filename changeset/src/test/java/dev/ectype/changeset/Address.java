package dev.ectype.changeset;

/** A record that others embed. */
public record Address(String city, String zip) {}
