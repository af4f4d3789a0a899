package dev.ectype.examples.directory.people;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.types.phone.Phone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonChangesetTest {
    private final Map<String, Object> params = new HashMap<>(Map.of(
            "name", "Anna Rossi",
            "email", "anna@example.org",
            "address", Map.of("country", "IT"),
            "status", "active",
            "joined", "2021-05-17T09:30:00Z"));

    @Test
    void needsNoMoreThanWhatIsRequired() {
        assertThat(person().isValid()).isTrue();
        assertThat(person().applyChanges())
                .returns(null, Person::phone)
                .returns(List.of(), Person::skills)
                .returns(Status.ACTIVE, Person::status)
                .returns("IT", found -> found.address().country());
    }

    @ParameterizedTest
    @CsvSource({
        "GR, 694 123 4567,        +306941234567",
        "Greece, 0030 6941234567, +306941234567",
        "gr, +39 347 123 4567,    +393471234567",
        "US, (212) 555-0123,      +12125550123",
        "JP, ０３-3212-3456,        +81332123456"
    })
    void readsAPhoneNumberAsItsCountryWritesIt(String country, String written, String phone) {
        params.put("address", Map.of("country", country));
        params.put("phone", written);

        assertThat(person().get(PEOPLE.phone)).isEqualTo(Phone.of(phone));
    }

    @Test
    void saysOfWhichCountryANumberIsNone() {
        params.put("phone", "12-34");

        assertThat(errors()).containsExactly("phone is not a phone number of IT");
    }

    @Test
    void blamesTheCountryAloneIfItIsWrong() {
        params.put("phone", "347 123 4567");
        params.put("address", Map.of("country", "Atlantis"));

        assertThat(errors()).containsExactly("address.country is not a country's ISO 3166 code or English name");
    }

    @Test
    void knowsMailAddressesInLowerCaseAndNamesOnOneLine() {
        params.put("email", "Anna@Example.ORG");
        params.put("name", "Anna\n\t Rossi");

        assertThat(person().get(PEOPLE.email)).isEqualTo("anna@example.org");
        assertThat(person().get(PEOPLE.name)).isEqualTo("Anna Rossi");
    }

    @ParameterizedTest
    @CsvSource({
        "age,    -1,         age must be greater than or equal to 0",
        "age,    131,        age must be less than or equal to 130",
        "age,    1.5,        age is not a whole number",
        "born,   2021-02-29, born is not a date: write it like 1990-03-14",
        "born,   2999-01-01, born is in the future",
        "email,  anna,       email is not a mail address",
        "name,   '',         name can't be blank",
        "name,   a\u0007b,   name has control characters",
        "status, Active,     'status is none of active, invited, left'",
        "joined, 2021-05-17, joined is not a time: write it like 2021-05-17T09:30:00Z"
    })
    void saysWhatIsWrong(String field, String value, String message) {
        params.put(field, value);

        assertThat(errors()).containsExactly(message);
    }

    @Test
    void readsNothingThatItDoesNotCast() {
        params.put("id", "6f1f3f0e-0000-4000-8000-000000000000");

        assertThat(person().get(PEOPLE.id)).isNull();
    }

    private Changeset<Person> person() {
        return PersonChangeset.of(params);
    }

    private List<String> errors() {
        return person().allErrors().stream().map(PersonChangesetTest::text).toList();
    }

    private static String text(FieldError error) {
        return error.path() + " " + error.message();
    }
}
