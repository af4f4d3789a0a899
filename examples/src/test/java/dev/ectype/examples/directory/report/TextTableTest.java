package dev.ectype.examples.directory.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final List<String> TITLES = List.of("id", "name");

    @Test
    void isAsWideAsItsCells() {
        assertThat(print(List.of(List.of("1", "Anna"), List.of("200", "佐藤")), 80))
                .isEqualTo("""
                          id   name
                          ───  ────
                          1    Anna
                          200  佐藤
                        """);
    }

    @Test
    void cutsItsWidestColumnToFitTheTerminal() {
        assertThat(print(List.of(List.of("1", "Annabella ".repeat(9))), 40).lines())
                .containsExactly("  id  name", "  ──  " + "─".repeat(34), "  1   Annabella Annabella Annabella Ann…")
                .allMatch(line -> line.length() <= 40);
    }

    @Test
    void staysReadableInATerminalOfNoWidth() {
        assertThat(print(List.of(List.of("1", "Anna")), 1)).contains("1   Anna");
    }

    @Test
    void saysSoIfThereAreNoRows() {
        assertThat(print(List.of(), 80)).isEqualTo("  (none)\n");
    }

    private static String print(List<List<String>> rows, int width) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextTable.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), TITLES, rows, width);
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
