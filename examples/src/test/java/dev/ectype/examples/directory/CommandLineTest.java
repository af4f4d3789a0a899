package dev.ectype.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "import --help"})
    void explainsEverythingInItsHelp(String args) {
        Run help = Run.of(args.split(" ", -1));

        assertThat(help.status()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains(PersonParams.COLUMNS)
                .contains(
                        "--all",
                        "--first",
                        "--rejected",
                        "--quiet",
                        "--width",
                        "--store",
                        "--mail",
                        "--city",
                        "--skill")
                .contains("Exit status:", "Examples:", "mvn -q compile exec:java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--al", "imprt x.csv", "--first=many", "--width=", "import a.csv b.csv"})
    void refusesWhatItDoesNotKnow(String args) {
        Run run = Run.of(args.split(" ", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("; --help says what is possible.\n").hasLineCount(1);
    }

    @Test
    void refusesAStoreThatIsNotThere() {
        Run run = Run.of("--store=oracle://scott:tiger@localhost");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "--store: there is no store 'oracle://***@localhost' in this program; there are memory, mongo,")
                .hasLineCount(1);
    }

    @Test
    void saysThatAUrlIsNotComplete() {
        Run run = Run.of("--store=mongodb://localhost");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("a connection string must name the database")
                .hasLineCount(1);
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            Run run = Run.of("serve", "--empty", "--port=" + taken.getLocalPort());

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo("--port: " + taken.getLocalPort() + " cannot be listened on; name another port.\n");
        }
    }
}
