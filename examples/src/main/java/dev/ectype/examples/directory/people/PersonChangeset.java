package dev.ectype.examples.directory.people;

import static dev.ectype.changeset.rule.Rules.EMAIL;
import static dev.ectype.changeset.rule.Rules.greaterThanOrEqualTo;
import static dev.ectype.changeset.rule.Rules.max;
import static dev.ectype.examples.directory.people.People.PEOPLE;

import dev.ectype.changeset.Changeset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What turns params from outside into a valid {@link Person}. */
public final class PersonChangeset {
    private static final int OLDEST = 130;

    private PersonChangeset() {}

    /** Casts and validates somebody new. Whether the mail address is taken, the store says when it inserts. */
    public static Changeset<Person> of(Map<String, ?> params) {
        return validate(cast(params)).uniqueConstraint(PEOPLE.email);
    }

    private static Changeset<Person> cast(Map<String, ?> params) {
        People f = PEOPLE;
        Changeset<Person> person = f.cast(params, f.name, f.email, f.born, f.age, f.skills, f.status, f.joined)
                .castEmbed(f.address)
                .update(f.name, PersonChangeset::onOneLine)
                .update(f.email, PersonChangeset::lowerCase);
        return NationalPhone.cast(person, params);
    }

    private static Changeset<Person> validate(Changeset<Person> person) {
        People f = PEOPLE;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return person.validateRequired(f.name, f.email, f.address, f.status, f.joined)
                .validateLength(f.name, max(200))
                .validate(f.name, PersonChangeset::isPrintable, "has control characters")
                .validateLength(f.email, max(254))
                .validateFormat(f.email, EMAIL.message("is not a mail address"))
                .validate(f.born, born -> !born.isAfter(today), "is in the future")
                .validateNumber(f.age, greaterThanOrEqualTo(0).lessThanOrEqualTo(OLDEST))
                .validateLength(f.skills, max(50));
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
