package dev.ectype.examples.jsonfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An adapter stays as short as the page on writing one says. */
class CodeLinesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/ectype/examples/jsonfolder");

    @Test
    void anAdapterTakesFewerThanThreeHundredLinesOfCode() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(files.flatMap(file -> linesOf(file).stream()).filter(CodeLinesTest::isCode))
                    .hasSizeBetween(100, 299);
        }
        assertThat(Files.readString(Path.of("../docs/writing-an-adapter.md"))).contains("fewer than 300 lines of code");
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + file, e);
        }
    }

    /** Neither empty, nor a comment, nor an import. */
    private static boolean isCode(String line) {
        return !line.isBlank()
                && Stream.of("import ", "package ", "//", "/*", "*").noneMatch(line.strip()::startsWith);
    }
}
