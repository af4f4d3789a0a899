package dev.ectype.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the code that the documentation shows to the code that is compiled and tested: the two are the same, to the
 * letter. {@code -Dectype.snippets=write} copies the sources into the pages instead of comparing.
 */
class SnippetsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern IN_SOURCE = Pattern.compile(
            "(?ms)^[ \\t]*(?://|\\{#) snippet:(\\S+)(?: #\\})?\\n(.*?)^[ \\t]*(?://|\\{#) end(?: #\\})?\\n");
    private static final Pattern IN_PAGE =
            Pattern.compile("(?s)<!-- snippet: (\\S+) -->\\n```(java|html)\\n(.*?)```\\n<!-- /snippet -->");
    private static final Pattern ANY_CODE = Pattern.compile("```(?:java|html)\\n");
    private static final Pattern ANY_NAME = Pattern.compile("<!-- snippet: ");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(p -> p.toString().endsWith(".md")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsCodeThatRuns(Path page) throws IOException {
        String text = Files.readString(page);
        Map<String, String> sources = sources();
        String expected = IN_PAGE.matcher(text).replaceAll(block -> MatchResultText.quote(block, sources));
        if ("write".equals(System.getProperty("ectype.snippets"))) {
            Files.writeString(page, expected);
        } else {
            assertThat(text).as("code in " + ROOT.relativize(page)).isEqualTo(expected);
        }
        long shown = ANY_CODE.matcher(text).results().count();
        long known = IN_PAGE.matcher(text).results().count();
        assertThat(known)
                .as("blocks of code in " + ROOT.relativize(page) + " that name their source")
                .isEqualTo(shown)
                .isEqualTo(ANY_NAME.matcher(text).results().count());
    }

    @Test
    void readsTheSnippetsOfAllSources() {
        assertThat(sources()).containsKeys("validate", "schema");
    }

    private static Map<String, String> sources() {
        Map<String, String> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(p -> p.toString().matches(".*/src/.*\\.(java|peb)")).forEach(file -> addSnippets(file, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void addSnippets(Path file, Map<String, String> found) {
        try {
            IN_SOURCE.matcher(Files.readString(file)).results().forEach(snippet -> {
                String before = found.put(
                        snippet.group(1), snippet.group(2).stripTrailing().stripIndent() + "\n");
                assertThat(before).as("a second snippet " + snippet.group(1)).isNull();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text that a page must have in the place of a block. */
    private static final class MatchResultText {
        static String quote(MatchResult block, Map<String, String> sources) {
            String name = block.group(1);
            assertThat(sources).as("the source of snippet " + name).containsKey(name);
            return java.util.regex.Matcher.quoteReplacement("<!-- snippet: " + name + " -->\n```" + block.group(2)
                    + "\n" + sources.get(name) + "```\n<!-- /snippet -->");
        }
    }
}
