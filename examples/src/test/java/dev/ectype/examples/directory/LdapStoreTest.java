package dev.ectype.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main job on a directory of the LDAP SDK: only the explanations differ from those of the store in memory. */
class LdapStoreTest {

    private static List<String> withoutExplanations(Run run) {
        return run.out()
                .lines()
                .filter(line -> !line.startsWith("    ") && !line.startsWith("  explain"))
                .toList();
    }

    @Test
    void answersAsTheStoreInMemoryDoes() {
        Run inDirectory = Run.of("--store=ldap", "--width=100");
        assertThat(inDirectory.status()).isZero();
        assertThat(withoutExplanations(inDirectory)).isEqualTo(withoutExplanations(Run.of("--width=100")));
        assertThat(inDirectory.out())
                .contains("(objectClass=inetOrgPerson)(objectClass=directoryPerson))(mail=?))")
                .contains("then drop what is not email = ?");
    }

    /** {@code -Dectype.output=write} writes the file instead of comparing. */
    @Test
    void writesTheWholeReport() throws IOException {
        Path expected = Path.of("src/test/resources/dev/ectype/examples/directory/import-ldap.txt");
        Run run = Run.of("import", "--store=ldap", "--width=100");
        if ("write".equals(System.getProperty("ectype.output"))) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, run.out());
        }
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines(Files.readString(expected));
    }

    @Test
    void saysWhatIsMissingFromAUrl() {
        Run run = Run.of("--store=ldap://localhost");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("ldap://DN:PASSWORD@HOST/BASE").hasLineCount(1);
    }
}
