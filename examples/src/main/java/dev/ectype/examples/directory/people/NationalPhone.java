package dev.ectype.examples.directory.people;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.types.Types.withMessage;

import dev.ectype.changeset.Changeset;
import dev.ectype.types.Types;
import dev.ectype.types.phone.Phone;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a telephone number as it is written in the country where its owner lives. A type casts every value alike, so what
 * depends on another field is a step of the changeset.
 */
final class NationalPhone {

    private NationalPhone() {}

    // snippet:national-phone
    /**
     * Casts the phone of a changeset whose address is cast. Without a valid country only numbers that begin with + and a
     * country code can be read; others are left out, since it is the country that is wrong.
     */
    static Changeset<Person> cast(Changeset<Person> person, Map<String, ?> params) {
        String country = countryOf(person);
        if (!country.isEmpty()) {
            String text = "is not a phone number of " + country;
            return person.castAs(params, PEOPLE.phone, withMessage(Types.phone(country), text));
        }
        Changeset<Person> international = person.cast(params, PEOPLE.phone);
        return international.errors(PEOPLE.phone).isEmpty() ? international : person.cast(Map.of(), PEOPLE.phone);
    }

    // end

    private static String countryOf(Changeset<Person> person) {
        return Optional.ofNullable(person.get(PEOPLE.address))
                .map(Address::country)
                .filter(Phone::isRegion)
                .orElse("");
    }
}
