package dev.ectype.examples.callcontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ectype.changeset.Changeset;
import dev.ectype.types.phone.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallControlTest {
    private static final Map<String, Object> TRANSFER = Map.of(
            "to",
            "+30 21 0123 4567",
            "timeout_secs",
            20,
            "client_state",
            "aGVsbG8=",
            "sip_headers",
            List.of(Map.of("name", "X-Tenant", "value", "42")));

    private final List<Object> carriedOut = new ArrayList<>();

    @Test
    void carriesOutAValidCommand() {
        Response response = Response.to(Transfers.changeset(TRANSFER), carriedOut::add);

        assertThat(response).isEqualTo(new Response(200, List.of()));
        assertThat(carriedOut)
                .containsExactly(new Transfer(
                        Phone.of("+302101234567"),
                        null,
                        20,
                        List.of(new Transfer.Header("X-Tenant", "42")),
                        "aGVsbG8=",
                        null));
    }

    @Test
    void answersWithEverythingThatIsWrongAndCarriesOutNothing() {
        Map<String, Object> body = Map.of(
                "to",
                "21 0123 4567",
                "timeout_secs",
                3,
                "client_state",
                "*",
                "sip_headers",
                List.of(Map.of("name", "X-Ok", "value", "a\r\nX-Evil: b"), Map.of("name", "Via")));

        Response response = Response.to(Transfers.changeset(body), carriedOut::add);

        assertThat(carriedOut).isEmpty();
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problems())
                .extracting(Problem::pointer, Problem::detail)
                .containsExactly(
                        tuple("/client_state", "must be base64"),
                        tuple("/sip_headers/0/value", "must be on one line"),
                        tuple("/sip_headers/1/name", "must begin with X-"),
                        tuple("/sip_headers/1/value", "can't be blank"),
                        tuple("/timeout_secs", "is invalid"),
                        tuple("/to", "must be a phone number with + and its country code"));
    }

    private static Stream<Function<Map<String, ?>, Changeset<?>>> commands() {
        return Stream.of(Answers::changeset, Hangups::changeset, Transfers::changeset);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void validatesTheClientStateOfEveryCommandAlike(Function<Map<String, ?>, Changeset<?>> command) {
        assertThat(problems(command, Map.of("client_state", "aGVsbG8="))).isEmpty();
        assertThat(problems(command, Map.of("client_state", "no base64"))).containsExactly("must be base64");
        assertThat(problems(command, Map.of("client_state", "a".repeat(5_000))))
                .containsExactly("should be at most 4096 byte(s)");
        assertThat(problems(command, Map.of("client_state", 7))).containsExactly("is invalid");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void readsNothingThatACommandDoesNotHave(Function<Map<String, ?>, Changeset<?>> command) {
        assertThat(command.apply(Map.of("to", "+302101234567", "admin", true)).changes())
                .doesNotContainKey("admin");
    }

    @Test
    void acceptsACommandWithoutABody() {
        Response.to(Answers.changeset(Map.of()), carriedOut::add);
        Response.to(Hangups.changeset(Map.of()), carriedOut::add);

        assertThat(carriedOut).containsExactly(new Answer(null, null, false), new Hangup(null, null));
    }

    private static List<String> problems(Function<Map<String, ?>, Changeset<?>> command, Map<String, ?> body) {
        return Problem.of(command.apply(body)).stream()
                .filter(problem -> problem.pointer().equals("/client_state"))
                .map(Problem::detail)
                .toList();
    }
}
