package dev.ectype.examples.directory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionLogTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void printsTheFirstAndHowManyMoreThereAre() {
        RejectionLog log = new RejectionLog(2, Optional.empty());
        fill(log, 1_502);

        log.printFirst(out, 80);

        assertThat(printed())
                .contains("age of 1 is wrong", "age of 2 is wrong", "and 1,500 more")
                .doesNotContain("age of 3");
    }

    @Test
    void printsAllOfThemOnceClosed() throws IOException {
        RejectionLog log = new RejectionLog(2, Optional.of(RejectionFile.temporary()));
        fill(log, 50);

        log.close();
        log.printAll(out, 80);

        assertThat(printed().lines()).hasSize(52).last().asString().contains("50", "51", "age of 50 is wrong");
    }

    @Test
    void writesEveryRejectionToItsFile() throws IOException {
        Path file = folder.resolve("rejected.csv");
        try (RejectionLog log = new RejectionLog(0, Optional.of(RejectionFile.create(file)))) {
            fill(log, 2);
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "row,line,field,value,message", "1,2,age,-1,age of 1 is wrong", "2,3,age,-2,age of 2 is wrong");
    }

    @Test
    void keepsOnlyTheBeginningOfALongValue() {
        Rejection rejection = new Rejection(1, 2, "name", "x".repeat(199) + "😀".repeat(1_000), "is too long");

        assertThat(rejection.value()).isEqualTo("x".repeat(199) + "…");
    }

    private static void fill(RejectionLog log, int count) {
        for (int row = 1; row <= count; row++) {
            log.add(new Rejection(row, row + 1, "age", "-" + row, "age of " + row + " is wrong"));
        }
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
