package dev.ectype.examples.directory.people;

import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.changeset.Changeset;
import dev.ectype.types.Cast;
import dev.ectype.types.Type;
import dev.ectype.types.Types;
import dev.ectype.types.phone.Phone;
import java.util.Map;

/**
 * Reads a telephone number as it is written in the country where its owner lives. A type casts every value alike, so what
 * depends on another field is a step of the changeset.
 */
final class NationalPhone {
    private static final String PARAM = "phone";

    private NationalPhone() {}

    /**
     * Casts the phone of a changeset whose address is cast. Without a valid country only numbers that begin with + and a
     * country code can be read; others are left out, since it is the country that is wrong.
     */
    static Changeset<Person> cast(Changeset<Person> person, Map<String, ?> params) {
        Object written = params.get(PARAM);
        if (written == null || written.toString().isBlank()) {
            return person;
        }
        String country = countryOf(person);
        Cast<Phone> phone = typeFor(country).cast(written);
        if (phone instanceof Cast.Ok<Phone> read) {
            return person.put(PEOPLE.phone, read.value());
        }
        return country.isEmpty() ? person : person.addError(PEOPLE.phone, "is not a phone number of " + country);
    }

    private static String countryOf(Changeset<Person> person) {
        return person.child(PEOPLE.address)
                .map(address -> address.change(Addresses.ADDRESS.country))
                .filter(Phone::isRegion)
                .orElse("");
    }

    private static Type<Phone> typeFor(String country) {
        return country.isEmpty() ? Types.phone() : Types.phone(country);
    }
}
