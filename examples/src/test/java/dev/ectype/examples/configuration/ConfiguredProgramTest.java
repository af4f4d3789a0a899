package dev.ectype.examples.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredProgramTest {
    private static final Map<String, String> GOOD = Map.of(
            "DATABASE_URL", "mongodb://db.example.org/people",
            "DATABASE_PASSWORD", "correct horse battery",
            "ALLOWED_ORIGINS", "https://a.example,https://b.example",
            "PATH", "/usr/bin");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void startsWithDefaultsForWhatIsNotSaid() {
        assertThat(start(GOOD)).isZero();

        assertThat(text(err)).isEmpty();
        assertThat(text(out))
                .isEqualTo("Starting with Configuration[database=mongodb://db.example.org/people, port=8080,"
                        + " timeout=PT30S, logLevel=INFO, origins=[https://a.example, https://b.example]]\n");
    }

    @Test
    void saysAllThatIsWrongAtOnceByTheNamesOfTheVariables() {
        assertThat(start(Map.of(
                        "DATABASE_URL", "ftp://x",
                        "DATABASE_PASSWORD", "hunter2",
                        "PORT", "70000",
                        "REQUEST_TIMEOUT", "PT0S",
                        "LOG_LEVEL", "LOUD")))
                .isEqualTo(2);

        assertThat(text(out)).isEmpty();
        assertThat(text(err).lines())
                .containsExactlyInAnyOrder(
                        "The environment is not right:",
                        "  DATABASE_URL is invalid",
                        "  DATABASE_PASSWORD should be at least 12 byte(s)",
                        "  PORT is invalid",
                        "  REQUEST_TIMEOUT must be more than nothing and at most PT5M",
                        "  LOG_LEVEL is invalid");
    }

    @Test
    void saysWhichVariablesAreMissing() {
        assertThat(start(Map.of())).isEqualTo(2);

        assertThat(text(err)).contains("DATABASE_URL can't be blank", "DATABASE_PASSWORD can't be blank");
    }

    @Test
    void neverShowsASecret() {
        start(Map.of("DATABASE_PASSWORD", "hunter2"));
        start(GOOD);

        assertThat(text(out) + text(err)).doesNotContain("hunter2", "correct horse battery");
        assertThat(Configurations.changeset(GOOD).toString()).doesNotContain("correct horse battery");
    }

    private int start(Map<String, String> environment) {
        return ConfiguredProgram.run(environment, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
