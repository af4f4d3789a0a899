package dev.ectype.examples.querying;

import static dev.ectype.examples.readme.Addresses.ADDRESS;
import static dev.ectype.examples.readme.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.examples.readme.People;
import dev.ectype.examples.readme.Person;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the code of the page on queries. */
class QueriesTest {
    private final Repo repo = Repo.over(InMemoryAdapter.create());
    private final Asking asking = new Asking(repo.withDefaults(Options.none().allowScan()));

    @BeforeEach
    void fill() {
        add("Ada", 36, "Athens", "java", "go");
        add("Alan", 41, "Paris", "java", "go", "perl");
        add("Eve", 17, "Athens", "java");
        add("Bob", 25, "Oslo");
    }

    private void add(String name, int age, String city, String... skills) {
        repo.insertOrThrow(People.changeset(
                Map.of("name", name, "age", age, "skills", List.of(skills), "address", Map.of("city", city))));
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    @Test
    void whatIsAskedIsFound() {
        assertThat(names(asking.conditions())).containsExactly("Alan", "Ada");
        assertThat(names(asking.names("address.city"))).hasSize(4).endsWith("Bob", "Alan");
        assertThat(names(asking.composition())).containsExactlyInAnyOrder("Alan", "Ada", "Bob");
        assertThat(asking.selection()).hasSize(4).startsWith(new Asking.Entry("Ada", "Athens"));
        assertThat(asking.groups())
                .extracting(row -> row.get(PEOPLE.address.get(ADDRESS.city)))
                .containsExactly("Athens");
        assertThat(names(asking.pages())).containsExactly("Bob", "Eve");
        assertThat(names(asking.olderIn(30, List.of("Athens", "Oslo")))).containsExactly("Ada");
        assertThat(asking.stream()).isEqualTo(1);
        assertThat(asking.explain().toString())
                .contains("where   age >= ?: exact")
                .contains("in-memory, people, by");
    }

    @Test
    void whatHoldsForAllCallsHolds() {
        assertThat(Operating.options(repo)).hasSize(4);
        assertThat(names(Operating.tenancy(repo, "Oslo").all(from(PEOPLE).allowScan())))
                .containsExactly("Bob");
        List<String> log = new ArrayList<>();
        Operating.telemetry(repo, log::add).all(from(PEOPLE).allowScan());
        assertThat(log).allSatisfy(line -> assertThat(line).contains("ALL people on in-memory"));
    }
}
