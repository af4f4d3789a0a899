package dev.ectype.examples.directory.web.listing;

import dev.ectype.examples.directory.people.Person;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param people the people, in order
 * @param next the place behind which the next page begins, if there is one
 */
public record ListPage(List<Person> people, Optional<String> next) {}
