package dev.ectype.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.examples.readme.Person;
import dev.ectype.repo.Repo;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FromRepositoriesTest {
    private final Repo repo = Repo.over(InMemoryAdapter.create());
    private final FromRepositories people = new FromRepositories(repo);

    @AfterEach
    void close() {
        repo.close();
    }

    @Test
    void findsAndChangesAndTellsWhatIsTaken() {
        Map<String, Object> ada = Map.of("name", "Ada", "age", 35, "address", Map.of("city", "Athens"));
        assertThat(people.add(ada)).isEmpty();
        assertThat(people.add(ada)).containsExactly("name has already been taken");
        Person found = people.byName("Ada").orElseThrow();
        assertThat(people.birthday(found.id()).orElseThrow().age()).isEqualTo(36);
        assertThat(people.adultsIn("Athens")).extracting(Person::age).containsExactly(36);
        assertThat(people.adultsIn("Patras")).isEmpty();
    }
}
