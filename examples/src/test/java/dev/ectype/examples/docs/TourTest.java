package dev.ectype.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.examples.readme.Person;
import dev.ectype.examples.readme.Tour;
import dev.ectype.repo.Repo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void theReadmesRequestIsValidated() {
        assertThat(Tour.signUp(Map.of(
                        "email", "ada@example.org", "password", "correct horse battery", "phone", "210 1234567")))
                .containsExactly("welcome");
        assertThat(Tour.signUp(Map.of("email", "nowhere", "password", "short", "address", Map.of("street", "Ermou 1"))))
                .containsExactlyInAnyOrder(
                        "email has invalid format",
                        "password should be at least 12 byte(s)",
                        "address.city can't be blank");
    }

    @Test
    void theReadmesRecordIsStoredAndFound() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Repo repo = Repo.over(InMemoryAdapter.create())) {
            assertThat(Tour.store(repo, new PrintStream(out, true, StandardCharsets.UTF_8)))
                    .extracting(Person::name)
                    .containsExactly("Ada");
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("people_age_index")
                .doesNotContain("Athens");
    }
}
