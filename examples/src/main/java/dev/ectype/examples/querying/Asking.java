package dev.ectype.examples.querying;

import static dev.ectype.examples.readme.Addresses.ADDRESS;
import static dev.ectype.examples.readme.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static dev.ectype.query.condition.Conditions.containsAll;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.param;

import dev.ectype.examples.readme.Person;
import dev.ectype.plan.Explanation;
import dev.ectype.query.Columns;
import dev.ectype.query.Query;
import dev.ectype.query.Tuple;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Queries of people, one for each thing that can be asked. */
public final class Asking {
    private final Repo repo;

    /** Creates it over a repo of people. */
    public Asking(Repo repo) {
        this.repo = repo;
    }

    /** Asks by conditions on columns, lists and embedded records. */
    List<Person> conditions() {
        // snippet:query-conditions
        Query<Person> query = from(PEOPLE)
                .where(PEOPLE.age.between(18, 65).and(PEOPLE.name.startsWithIgnoreCase("a")))
                .where(PEOPLE.address.get(ADDRESS.city).in("Athens", "Paris"))
                .where(containsAll(PEOPLE.skills, List.of("java", "go")))
                .orderBy(PEOPLE.age.desc().nullsLast(), PEOPLE.name)
                .limit(20);
        List<Person> people = repo.all(query);
        // end
        return people;
    }

    /** Asks by names that come as text. */
    List<Person> names(String sortedBy) {
        // snippet:query-names
        Optional<Person> ada = repo.getBy(PEOPLE, Map.of("name", "Ada"));
        List<Person> inAthens = repo.allBy(PEOPLE, Map.of("address.city", "Athens"));
        List<Person> sorted =
                repo.all(from(PEOPLE).orderBy(Columns.named(PEOPLE, sortedBy).asc()));
        // end
        return ada.isPresent() ? sorted : inAthens;
    }

    /** Takes queries apart and puts them together. */
    List<Person> composition() {
        // snippet:query-composition
        Query<Person> adults = from(PEOPLE).where(PEOPLE.age.ge(18));
        Query<Person> orAthenians =
                adults.orWhere(PEOPLE.address.get(ADDRESS.city).eq("Athens"));
        Query<Person> oldest = adults.orderBy(PEOPLE.age).last(3);
        // end
        return repo.all(orAthenians.where(
                PEOPLE.name.in(repo.all(oldest).stream().map(Person::name).toList())));
    }

    // snippet:query-record
    /** What is shown of a person in a list. */
    public record Entry(String name, String city) {}
    // end

    /** Selects parts of records. */
    List<Entry> selection() {
        // snippet:query-select
        List<Entry> entries = repo.all(from(PEOPLE)
                .orderBy(PEOPLE.name)
                .select(PEOPLE.name, PEOPLE.address.get(ADDRESS.city))
                .into(Entry.class));
        List<Integer> ages = repo.all(from(PEOPLE).select(PEOPLE.age).distinct());
        // end
        return ages.isEmpty() ? List.of() : entries;
    }

    /** Counts and groups. */
    List<Tuple> groups() {
        var city = PEOPLE.address.get(ADDRESS.city);
        // snippet:query-groups
        List<Tuple> cities = repo.all(from(PEOPLE)
                .groupBy(city)
                .having(count().ge(2))
                .orderBy(count().desc(), city)
                .select(city, count(), avg(PEOPLE.age)));
        long adults = repo.count(from(PEOPLE).where(PEOPLE.age.ge(18)));
        Optional<Integer> eldest = repo.max(from(PEOPLE), PEOPLE.age);
        // end
        return adults > 0 && eldest.isPresent() ? cities : List.of();
    }

    /** Reads two pages. */
    List<Person> pages() {
        // snippet:query-pages
        Query<Person> query = from(PEOPLE).orderBy(PEOPLE.age.desc());
        Page<Person> first = repo.page(query, 2);
        List<Person> behind =
                first.next().map(cursor -> repo.page(query, 2, cursor).rows()).orElse(List.of());
        // end
        return behind;
    }

    // snippet:query-prepared
    private static final Query<Person> OLDER_IN = from(PEOPLE)
            .where(PEOPLE.age.ge(param("age", Integer.class)))
            .where(PEOPLE.address.get(ADDRESS.city).in(param("cities", String.class)));

    /** Returns the people of an age, or older, in some cities. */
    List<Person> olderIn(int age, List<String> cities) {
        return repo.all(OLDER_IN.bind(Map.of("age", age, "cities", cities)));
    }
    // end

    /** Reads people one by one. */
    long stream() {
        // snippet:query-stream
        try (Stream<Person> people = repo.stream(from(PEOPLE).where(PEOPLE.age.ge(18)))) {
            return people.filter(person -> person.name().length() > 3).count();
        }
        // end
    }

    /** Asks what a store would do. */
    Explanation explain() {
        // snippet:query-explain
        Explanation explanation =
                repo.explain(from(PEOPLE).where(PEOPLE.age.ge(18)).orderBy(PEOPLE.name));
        // end
        return explanation;
    }
}
