package dev.ectype.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the documentation are found: each from the index, and whatever one of them refers to. */
class PagesTest {
    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            Path readme = DOCS.resolveSibling("README.md");
            return Stream.concat(
                            Stream.of(readme),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Set<Path> links(Path page) throws IOException {
        Set<Path> links = new TreeSet<>();
        LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains(":"))
                .forEach(link -> links.add(page.resolveSibling(link).normalize()));
        return links;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void refersOnlyToWhatIsThere(Path page) throws IOException {
        assertThat(links(page)).allSatisfy(link -> assertThat(link).exists());
    }

    @Test
    void theIndexHasEveryPage() throws IOException {
        Set<Path> expected = new TreeSet<>(pages());
        expected.removeIf(page -> page.endsWith("README.md") || page.startsWith(DOCS.resolve("decisions")));
        assertThat(links(DOCS.resolve("README.md"))).containsAll(expected);
    }
}
