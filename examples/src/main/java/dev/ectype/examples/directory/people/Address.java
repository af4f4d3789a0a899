package dev.ectype.examples.directory.people;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives; part of a {@link Person}.
 *
 * @param city the name of the city
 * @param country the ISO 3166 code of the country, such as {@code GR}
 */
public record Address(@Nullable String city, String country) {}
