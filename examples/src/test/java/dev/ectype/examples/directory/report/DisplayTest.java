package dev.ectype.examples.directory.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Anna      | 6 | `Anna  `",
                "Annabel   | 7 | Annabel",
                "Annabella | 7 | Annabe…",
                "佐藤健太    | 8 | 佐藤健太",
                "佐藤健太    | 7 | 佐藤健…",
                "佐藤健太    | 6 | `佐藤… `",
                "שלום      | 5 | `שלום `",
                "``        | 2 | `  `",
                "abc       | 1 | …"
            })
    void fillsExactlyThePlacesThatItHas(String text, int places, String shown) {
        assertThat(Display.fit(text, places)).isEqualTo(shown);
    }

    @Test
    void countsMarksAsNothing() {
        assertThat(Display.width("Zoe\u0308", 10)).isEqualTo(3);
        assertThat(Display.fit("Zoe\u0308", 4)).isEqualTo("Zoe\u0308 ");
    }

    @Test
    void showsWhatWouldMoveTheCursor() {
        assertThat(Display.fit("a\nb\t\u001B[31m\u0000", 21)).isEqualTo("a\\nb\\t\\u001B[31m…    ");
        assertThat(Display.fit("a\u202Eb\u2028", 14)).isEqualTo("a\\u202Eb\\u2028");
        assertThat(Display.fit("\uD83D", 6)).isEqualTo("\\uD83D");
    }

    @Test
    void looksOnlyAtTheBeginningOfALongText() {
        assertThat(Display.fit("x".repeat(10_000_000), 5)).isEqualTo("xxxx…");
    }
}
