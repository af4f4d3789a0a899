package dev.ectype.examples.guides;

import static dev.ectype.examples.readme.Addresses.ADDRESS;
import static dev.ectype.examples.readme.People.PEOPLE;
import static dev.ectype.query.Query.from;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.examples.readme.People;
import dev.ectype.examples.readme.Person;
import dev.ectype.repo.Repo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is a repository elsewhere is here a class of your own: it has the queries and writes that your program needs. */
public final class FromRepositories {
    private final Repo repo;

    /** Creates the repository of a store. */
    public FromRepositories(Repo repo) {
        this.repo = repo;
    }

    // snippet:repository-finders
    /** {@code findByName}: a unique index leads to the one there is. */
    public Optional<Person> byName(String name) {
        return repo.one(from(PEOPLE).where(PEOPLE.name.eq(name)));
    }

    /** {@code findTop20ByAgeGreaterThanEqualAndAddressCityOrderByName}. */
    public List<Person> adultsIn(String city) {
        return repo.all(from(PEOPLE)
                .where(PEOPLE.age.ge(18).and(PEOPLE.address.get(ADDRESS.city).eq(city)))
                .orderBy(PEOPLE.name.asc())
                .limit(20));
    }
    // end

    // snippet:repository-update
    /** Writes the new age and nothing else; a person whom somebody removed meanwhile is a stale result. */
    public Result<Person> birthday(UUID id) {
        Person person = repo.getOrThrow(PEOPLE, id);
        Integer age = person.age();
        Changeset<Person> older = PEOPLE.change(person).put(PEOPLE.age, age == null ? null : age + 1);
        return repo.update(older);
    }
    // end

    // snippet:repository-insert
    /** Stores somebody; a taken name is an error on the field {@code name}, as any other that is wrong. */
    public List<String> add(Map<String, ?> params) {
        return repo.insert(People.changeset(params)).failure().stream()
                .flatMap(invalid -> invalid.allErrors().stream())
                .map(error -> error.path() + " " + error.message())
                .toList();
    }
    // end
}
