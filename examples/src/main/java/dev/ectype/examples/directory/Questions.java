package dev.ectype.examples.directory;

import static dev.ectype.examples.directory.people.Addresses.ADDRESS;
import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.people.Status;
import dev.ectype.query.Query;
import dev.ectype.query.condition.Conditions;

/** What the directory asks its store, in jOOQ's DSL. */
final class Questions {
    private static final int MOST = 10;

    /** How many rows a store that cannot do all of a question may leave to this program. */
    private static final int MOST_READ = 100_000;

    private Questions() {}

    /** Who has that mail address? The unique index finds the one, or nobody. */
    static Query<Person> byMail(String mail) {
        return from(PEOPLE).where(PEOPLE.email.eq(mail));
    }

    /** Which adults live in that city? The index on age finds the adults. */
    static Query<Person> adultsOf(String city) {
        return from(PEOPLE)
                .where(PEOPLE.age.ge(18).and(PEOPLE.address.get(ADDRESS.city).eq(city)))
                .orderBy(PEOPLE.name.asc(), PEOPLE.email.asc())
                .limit(MOST)
                .clientSide(MOST_READ);
    }

    /** Who has that skill, or is invited and has a phone? No index helps, so reading everybody is allowed. */
    static Query<Person> skilledOrInvited(String skill) {
        return from(PEOPLE)
                .where(Conditions.contains(PEOPLE.skills, skill)
                        .or(PEOPLE.status.eq(Status.INVITED).and(PEOPLE.phone.isNotNull())))
                .orderBy(PEOPLE.joined.desc(), PEOPLE.email.asc())
                .limit(MOST)
                .clientSide(MOST_READ)
                .allowScan();
    }
}
