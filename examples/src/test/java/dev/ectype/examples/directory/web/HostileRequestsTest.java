package dev.ectype.examples.directory.web;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.examples.directory.people.Person;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {
    private static final int REQUESTS = 5_000;

    private final Served served = Served.inMemory();

    @AfterEach
    void stop() {
        served.close();
        assertThat(served.failures()).isEmpty();
    }

    @Test
    void everyOneIsRefusedAndLeavesNothingBehind() {
        long seed = Optional.ofNullable(Long.getLong("ectype.seed")).orElseGet(System::nanoTime);
        System.out.println("HostileRequestsTest seed " + seed + " (replay with -Dectype.seed=" + seed + ")");
        Person eleni = served.person("Eleni");
        HostileRequests requests = new HostileRequests(seed, eleni.id().toString());
        for (int i = 0; i < REQUESTS; i++) {
            refuse(requests.next());
        }
        assertThat(served.repo.all(from(PEOPLE).allowScan())).containsExactly(eleni);
        assertThat(Answer.to("GET", served.at("/api/people/" + eleni.id()), "").status())
                .isEqualTo(200);
    }

    private void refuse(HostileRequests.Hostile hostile) {
        String accept = hostile.path().startsWith("/api") ? "*/*" : "text/html";
        Answer answer = Answer.to(
                hostile.method(),
                served.at(hostile.path()),
                hostile.body(),
                "Content-Type",
                hostile.type(),
                "Accept",
                accept);
        assertThat(answer.status()).as("%s", hostile).isBetween(400, 499);
        if (accept.equals("text/html")) {
            assertThat(answer.text()).as("%s", hostile).contains("<html").doesNotContain(HostileRequests.SCRIPT);
        } else {
            assertThat(answer.type()).as("%s", hostile).isEqualTo("application/problem+json");
            assertThat(answer.json()).as("%s", hostile).containsEntry("status", answer.status());
        }
    }

    @Test
    void aFormTellsWhatIsWrongWithNamesThatItDoesNotHave() {
        Answer answer = Answer.to(
                "POST",
                served.at("/people"),
                "address[%3Cb%3E]=1",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("<li>address[&lt;b&gt;] is unknown</li>");
    }

    /** What no client library would send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /people?%=1 HTTP/1.1\r\nHost: x",
                "GET /api/people/%zz HTTP/1.1\r\nHost: x",
                "GET /people HTTP/1.1",
                "POST /api/people HTTP/1.1\r\nHost: x\r\nContent-Length: -1",
                "GET / HTTP/1.1\r\nHost: x\r\n: no name",
                "nonsense"
            })
    void brokenRequestsGetProblemDetailsToo(String head) throws IOException {
        try (Socket socket = new Socket("localhost", served.server.port())) {
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
            assertThat(answer).contains("Content-Type: application/problem+json", "\"status\":4");
        }
    }

    /** A name may have any printable character, so this one is stored. */
    @Test
    void everyPageEscapesWhatIsStored() {
        String script = HostileRequests.SCRIPT;
        Person person = served.person(
                "\"><img src=x onerror=alert(1)>" + script,
                Map.of(
                        "email", "eve@example.org",
                        "skills", List.of(script, "'\"><b>"),
                        "address", Map.of("city", script, "country", "GR")));
        for (String path : List.of(
                "/people",
                "/people?q=" + URLEncoder.encode(script, UTF_8),
                "/people/" + person.id(),
                "/people/" + person.id() + "/delete",
                "/people/%3Cscript%3Ealert(1)%3C/script%3E")) {
            Answer answer = Answer.to("GET", served.at(path), "", "Accept", "text/html");
            assertThat(answer.text())
                    .as(path)
                    .doesNotContain(script, "<img src=x", "<b>")
                    .contains("<main");
            assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'");
        }
        assertThat(Answer.to("GET", served.at("/people"), "", "Accept", "text/html")
                        .text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
}
