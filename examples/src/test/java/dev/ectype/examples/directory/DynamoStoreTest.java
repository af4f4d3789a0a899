package dev.ectype.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same import on DynamoDB Local. */
class DynamoStoreTest {

    @Test
    void importsTheBundledFileAndAsksItsQuestions() {
        Run run = Run.of("import", "--store=dynamo", "--quiet");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("DynamoDB, people, by INDEX", "Query people by people_email_index", "Scan people")
                .contains("has already been taken");
        Run memory = Run.of("--store=memory", "--quiet");
        assertThat(lastLines(run)).isEqualTo(lastLines(memory));
    }

    private static String lastLines(Run run) {
        return run.out().substring(run.out().lastIndexOf("\nRead "));
    }
}
