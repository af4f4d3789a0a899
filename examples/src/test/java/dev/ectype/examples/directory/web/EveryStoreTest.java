package dev.ectype.examples.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.ectype.examples.directory.people.Person;
import dev.ectype.examples.directory.stores.Stores;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same pages and the same API over each store, by the value of {@code --store}. */
class EveryStoreTest {

    @ParameterizedTest
    @ValueSource(strings = {"memory", "ldap", "dynamo"})
    void servesAStoreInThisProcess(String store) {
        use(store);
    }

    @Test
    void servesAMongoServerOfItsOwn() {
        use("mongo");
    }

    @Test
    void servesAMongoServerByItsUrl() {
        MongoServer server = new MongoServer(new MemoryBackend());
        InetSocketAddress address = server.bind();
        try {
            use("mongodb://" + address.getHostString() + ":" + address.getPort() + "/directory");
        } finally {
            server.shutdownNow();
        }
    }

    private static void use(String store) {
        try (Served served = Served.over(Stores.open(store))) {
            for (int i = 0; i < 5; i++) {
                served.person("Person " + i, Map.of("age", 30 + i));
            }
            Person last = served.person("Last One", Map.of("age", 20));
            takenMailIsAnError(served, last);
            patchChangesOneThing(served, last);
            listsPageByPage(served);
            Answer deleted = Answer.to("DELETE", served.at("/api/people/" + last.id()), "");
            assertThat(deleted.status()).isEqualTo(204);
            assertThat(Answer.to("GET", served.at("/people/" + last.id()), "").status())
                    .isEqualTo(404);
            assertThat(served.failures()).isEmpty();
        }
    }

    private static void takenMailIsAnError(Served served, Person last) {
        Answer answer = Answer.to(
                "POST",
                served.at("/people/" + last.id()),
                "email=person.1%40example.org",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("has already been taken");
    }

    private static void patchChangesOneThing(Served served, Person last) {
        Answer answer = Answer.to(
                "PATCH",
                served.at("/api/people/" + last.id()),
                "{\"address\": {\"city\": \"Patras\"}}",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("address", Map.of("city", "Patras", "country", "GR"))
                .containsEntry("phone", "+302101234567")
                .containsEntry("name", "Last One");
    }

    private static void listsPageByPage(Served served) {
        Answer first = Answer.to("GET", served.at("/api/people?order=-age&limit=4"), "");
        assertThat(names(first)).containsExactly("Person 4", "Person 3", "Person 2", "Person 1");
        Answer second = Answer.to(
                "GET",
                served.at("/api/people?order=-age&limit=4&after=" + first.json().get("next")),
                "");
        assertThat(names(second)).containsExactly("Person 0", "Last One");
        assertThat(names(Answer.to("GET", served.at("/api/people?q=last"), ""))).containsExactly("Last One");
        assertThat(Answer.to("GET", served.at("/people?q=PERSON&status=active"), "")
                        .text())
                .contains("Person 3")
                .doesNotContain("Last One");
    }

    private static List<Object> names(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ((List<?>) answer.json().get("people"))
                .stream()
                        .map(person -> (Object) ((Map<?, ?>) person).get("name"))
                        .toList();
    }
}
