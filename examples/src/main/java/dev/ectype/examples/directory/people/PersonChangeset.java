package dev.ectype.examples.directory.people;

import static dev.ectype.changeset.rule.Rules.EMAIL;
import static dev.ectype.changeset.rule.Rules.greaterThanOrEqualTo;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.params.Params;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What turns params from outside into a valid {@link Person}. */
public final class PersonChangeset {
    private static final int OLDEST = 130;

    private PersonChangeset() {}

    /** Casts and validates somebody new. Whether the mail address is taken, the store says when it inserts. */
    public static Changeset<Person> of(Map<String, ?> params) {
        return all(PEOPLE.change(), params);
    }

    /** Casts and validates what is to change of somebody; what the params do not have stays as it is. */
    public static Changeset<Person> of(Person person, Map<String, ?> params) {
        return all(PEOPLE.change(person), params);
    }

    /** Casts and validates what somebody is to be from now on; what the params do not have is taken away. */
    public static Changeset<Person> replacing(Person person, Map<String, ?> params) {
        return all(PEOPLE.change(person), Params.whole(params, PEOPLE));
    }

    // snippet:permitted
    /** Casts and validates somebody new as a form sends it, who joins at a time that nobody can choose. */
    public static Changeset<Person> joining(Map<String, ?> params, Instant now) {
        return details(PEOPLE.change(), params).put(PEOPLE.joined, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Casts and validates what is to change of somebody as a form sends it, which cannot say when somebody joined. */
    public static Changeset<Person> editing(Person person, Map<String, ?> params) {
        return details(PEOPLE.change(person), params);
    }

    private static Changeset<Person> all(Changeset<Person> person, Map<String, ?> params) {
        return details(person, params).cast(params, PEOPLE.joined).validateRequired(PEOPLE.joined);
    }

    // end

    // snippet:unique-field
    private static Changeset<Person> details(Changeset<Person> person, Map<String, ?> params) {
        People f = PEOPLE;
        Changeset<Person> cast = person.cast(params, f.name, f.email, f.born, f.age, f.skills, f.status)
                .castEmbed(f.address)
                .update(f.name, PersonChangeset::onOneLine)
                .update(f.email, PersonChangeset::lowerCase);
        return validate(NationalPhone.cast(cast, params)).uniqueConstraint(f.email);
    }
    // end

    private static Changeset<Person> validate(Changeset<Person> person) {
        People f = PEOPLE;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return person.validateRequired(f.name, f.email, f.address, f.status)
                .validateLength(f.name, max(200))
                .validate(f.name, PersonChangeset::isPrintable, "has control characters")
                .validateLength(f.email, max(254))
                .validateFormat(f.email, EMAIL.message("is not a mail address"))
                .validate(f.born, born -> !born.isAfter(today), "is in the future")
                .validateNumber(f.age, greaterThanOrEqualTo(0).lessThanOrEqualTo(OLDEST))
                .validateLength(f.skills, max(50))
                .validateEach(f.skills, max(100));
    }

    private static @Nullable String onOneLine(@Nullable String name) {
        return name == null ? null : name.replaceAll("\\s+", " ");
    }

    private static @Nullable String lowerCase(@Nullable String mail) {
        return mail == null ? null : mail.toLowerCase(Locale.ROOT);
    }

    private static boolean isPrintable(String name) {
        return name.chars().noneMatch(Character::isISOControl);
    }
}
