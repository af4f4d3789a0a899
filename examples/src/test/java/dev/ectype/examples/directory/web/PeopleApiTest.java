package dev.ectype.examples.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.examples.directory.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleApiTest {
    private static final String ADA = """
        {"name": "Ada Lovelace", "email": "Ada@Example.org", "phone": "020 7946 0018", "born": "1815-12-10",
         "address": {"city": "London", "country": "GB"}, "skills": ["logic"], "status": "active",
         "joined": "2021-05-17T09:30:00Z"}
        """;

    private final Served served = Served.inMemory();
    private final OpenApiCheck openApi = new OpenApiCheck(
            Answer.to("GET", served.at("/api/openapi.json"), "").json());

    @AfterEach
    void stop() {
        served.close();
        assertThat(served.failures()).isEmpty();
    }

    private Answer send(String method, String path, String body, String... headers) {
        Answer answer = Answer.to(method, served.at(path), body, headers);
        openApi.requireDescribed(method, path, answer);
        return answer;
    }

    private Answer post(String body) {
        return send("POST", "/api/people", body, "Content-Type", "application/json");
    }

    private Answer patch(Person person, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/merge-patch+json"), Stream.of(headers))
                .toArray(String[]::new);
        return send("PATCH", "/api/people/" + person.id(), body, all);
    }

    private static List<Object> errors(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        return ((List<?>) answer.json().get("errors"))
                .stream()
                        .map(error ->
                                (Object) (((Map<?, ?>) error).get("pointer") + " " + ((Map<?, ?>) error).get("detail")))
                        .toList();
    }

    @Test
    void theDocumentIsOpenApi31() {
        openApi.requireValid();
    }

    @Test
    void theDocumentSaysWhatTheChangesetsTake() {
        String json = "application/json";
        assertThat(openApi.accepts("POST", "/api/people", json, ADA)).isTrue();
        assertThat(openApi.accepts("POST", "/api/people", json, ADA.replace("active", "gone")))
                .isFalse();
        assertThat(openApi.accepts("POST", "/api/people", json, "{\"name\": \"Ada\"}"))
                .isFalse();
        assertThat(openApi.accepts("POST", "/api/people", json, ADA.replace("\"GB\"", "\"Atlantis\"")))
                .isFalse();
        String patch = "application/merge-patch+json";
        assertThat(openApi.accepts("PATCH", "/api/people/1", patch, "{\"address\": {\"city\": null}}"))
                .isTrue();
        assertThat(openApi.accepts("PATCH", "/api/people/1", patch, "{\"email\": null}"))
                .isFalse();
        assertThat(openApi.accepts("PATCH", "/api/people/1", patch, "{\"admin\": true}"))
                .isFalse();
    }

    @Test
    void createsReadsAndDeletes() {
        Answer created = post(ADA);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json())
                .containsEntry("email", "ada@example.org")
                .containsEntry("phone", "+442079460018")
                .containsEntry("age", null)
                .containsEntry("address", Map.of("city", "London", "country", "GB"));
        String path = created.header("Location");
        assertThat(send("GET", path, "").json()).isEqualTo(created.json());
        assertThat(send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(send("GET", path, "").status()).isEqualTo(404);
        assertThat(send("DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void tellsEverythingThatIsWrongInTheLanguageOfTheClient() {
        Answer answer = send(
                "POST",
                "/api/people",
                "{\"name\": 7, \"born\": \"2999-01-01\", \"address\": {\"country\": \"GR\"}, \"admin\": true}",
                "Content-Type",
                "application/json",
                "Accept-Language",
                "pl, de;q=0.5");
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "#/name jest nieprawidłowe",
                        "#/email nie może być puste",
                        "#/born jest w przyszłości",
                        "#/status nie może być puste",
                        "#/joined nie może być puste",
                        "#/admin jest nieznane");
        assertThat(answer.header("Content-Language")).isEqualTo("pl");
    }

    @Test
    void aTakenMailIsAnErrorOfItsField() {
        served.person("Eleni");
        Person other = served.person("Other");
        assertThat(errors(post(ADA.replace("Ada@Example.org", "eleni@example.org"))))
                .containsExactly("#/email has already been taken");
        assertThat(errors(patch(other, "{\"email\": \"ELENI@example.org\"}")))
                .containsExactly("#/email has already been taken");
    }

    @Test
    void aPatchChangesWhatItSaysAndTakesAwayWhatIsNull() {
        Person eleni = served.person("Eleni");
        Map<String, Object> before =
                send("GET", "/api/people/" + eleni.id(), "").json();
        Answer answer = patch(eleni, "{\"address\": {\"city\": null}, \"phone\": null, \"skills\": [\"go\"]}");
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Object> expected = new LinkedHashMap<>(before);
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("city", null);
        address.put("country", "GR");
        expected.put("address", address);
        expected.put("phone", null);
        expected.put("skills", List.of("go"));
        assertThat(answer.json()).isEqualTo(expected);
        assertThat(errors(patch(eleni, "{\"name\": null}"))).containsExactly("#/name can't be blank");
        assertThat(errors(patch(eleni, "{\"address\": null}"))).hasSize(1);
        assertThat(patch(eleni, "{}").json()).isEqualTo(expected);
    }

    @Test
    void aPhoneInAPatchIsReadAsTheCountryThatStaysWritesIt() {
        Person eleni = served.person("Eleni");
        assertThat(patch(eleni, "{\"phone\": \"694 123 4567\"}").json()).containsEntry("phone", "+306941234567");
        assertThat(patch(eleni, "{\"phone\": \"020 7946 0018\", \"address\": {\"country\": \"GB\"}}")
                        .json())
                .containsEntry("phone", "+442079460018");
    }

    @Test
    void aPutReplacesAllOfIt() {
        Person eleni = served.person("Eleni");
        Answer answer = send(
                "PUT",
                "/api/people/" + eleni.id(),
                "{\"id\": \"" + eleni.id() + "\", \"name\": \"Eleni\", \"email\": \"e@example.org\", \"address\":"
                        + " {\"country\": \"GR\"}, \"status\": \"left\", \"joined\":"
                        + " \"2020-01-01T00:00:00Z\"}",
                "Content-Type",
                "application/json");
        assertThat(answer.json())
                .containsEntry("id", eleni.id().toString())
                .containsEntry("phone", null)
                .containsEntry("age", null)
                .containsEntry("skills", List.of());
        assertThat(((Map<?, ?>) answer.json().get("address")).get("city")).isNull();
        assertThat(errors(send(
                        "PUT", "/api/people/" + eleni.id(), "{\"name\": \"x\"}", "Content-Type", "application/json")))
                .contains("#/email can't be blank", "#/address can't be blank", "#/joined can't be blank");
    }

    @Test
    void theKeyIsTheStoresToGive() {
        String id = "6f1f3f0e-0000-4000-8000-000000000000";
        Answer created = post(ADA.replaceFirst("\\{", "{\"id\": \"" + id + "\", "));
        assertThat(created.json().get("id")).isNotEqualTo(id);
    }

    @Test
    void listsByQueryParameters() {
        served.person("Eleni Pappa", Map.of("age", 41));
        served.person("Anna Rossi", Map.of("age", 29, "status", "left"));
        assertThat(names("/api/people?order=-age")).containsExactly("Eleni Pappa", "Anna Rossi");
        assertThat(names("/api/people?q=rossi")).containsExactly("Anna Rossi");
        assertThat(names("/api/people?status=active")).containsExactly("Eleni Pappa");
        assertThat(names("/api/people?limit=1")).containsExactly("Anna Rossi");
        assertThat(errors(send("GET", "/api/people?limit=0&order=salary&sort=x", "")))
                .containsExactlyInAnyOrder("#/limit is invalid", "#/order is invalid", "#/sort is unknown");
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 5; i++) {
            served.person("Person " + i, Map.of("age", 40));
        }
        Map<String, Object> first =
                send("GET", "/api/people?order=age&limit=3", "").json();
        assertThat(first).containsEntry("previous", null);
        String next = "/api/people?order=age&limit=3&after=" + first.get("next");
        assertThat(names(next)).hasSize(2).doesNotContainAnyElementsOf(names("/api/people?order=age&limit=3"));
        assertThat(send("GET", next, "").json()).containsEntry("next", null);
        assertThat(send("GET", next.replace("order=age", "order=name"), "").status())
                .isEqualTo(400);
        assertThat(send("GET", "/api/people?after=x", "").status()).isEqualTo(400);
    }

    private List<Object> names(String path) {
        return ((List<?>) send("GET", path, "").json().get("people"))
                .stream()
                        .map(person -> (Object) ((Map<?, ?>) person).get("name"))
                        .toList();
    }

    @Test
    void saysWhatWouldBeRight() {
        Answer wrongType = send("POST", "/api/people", ADA, "Content-Type", "text/plain");
        assertThat(wrongType.status()).isEqualTo(415);
        assertThat(wrongType.header("Accept-Post")).isEqualTo("application/json");
        Answer wrongMethod = Answer.to("PUT", served.at("/api/people"), ADA, "Content-Type", "application/json");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow")).contains("GET", "POST");
        assertThat(post("{\"name\": 1, \"name\": 2}").status()).isEqualTo(400);
        assertThat(post("[]").json()).containsEntry("status", 400).containsKey("detail");
        assertThat(send("GET", "/api/people/42", "").status()).isEqualTo(404);
        Answer otherSite =
                send("POST", "/api/people", ADA, "Content-Type", "application/json", "Origin", "https://evil.example");
        assertThat(otherSite.status()).isEqualTo(403);
    }
}
