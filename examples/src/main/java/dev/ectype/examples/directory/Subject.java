package dev.ectype.examples.directory;

import dev.ectype.examples.directory.people.Person;
import java.util.Optional;

/**
 * Whom the questions are about: what the command line says, otherwise the first person stored.
 *
 * @param mail a mail address
 * @param city a city
 * @param skill a skill
 */
record Subject(String mail, String city, String skill) {

    /** Chooses whom to ask about. */
    static Subject of(ImportOptions options, Optional<Person> first) {
        return new Subject(
                Optional.ofNullable(options.mail)
                        .or(() -> first.map(Person::email))
                        .orElse("eleni@example.org"),
                Optional.ofNullable(options.city)
                        .or(() -> first.map(person -> person.address().city()))
                        .orElse("Athens"),
                Optional.ofNullable(options.skill)
                        .or(() ->
                                first.flatMap(person -> person.skills().stream().findFirst()))
                        .orElse("java"));
    }
}
