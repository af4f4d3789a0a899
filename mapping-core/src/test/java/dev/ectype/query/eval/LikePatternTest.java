package dev.ectype.query.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.eval.LikePattern.AnyCodePoint;
import dev.ectype.query.eval.LikePattern.AnyText;
import dev.ectype.query.eval.LikePattern.Literal;
import dev.ectype.query.ir.Predicate.Text.Match;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc    | abc     | true
            abc    | abcd    | false
            a%     | a       | true
            a%     | ab      | true
            a%     | ba      | false
            %c     | abc     | true
            %b%    | abc     | true
            %b%    | ac      | false
            a_c    | abc     | true
            a_c    | ac      | false
            a%b%c  | aXbXbYc | true
            a%b%c  | aXcXb   | false
            %a_b   | aaab    | true
            100\\%  | 100%    | true
            100\\%  | 1000    | false
            a\\_b   | a_b     | true
            a\\_b   | aXb     | false
            a\\\\%  | a\\b    | true
            a\\\\%  | ab      | false
            a\\b   | ab      | true
            a*(b)  | a*(b)   | true
            .*     | abc     | false
            [a-z]  | b       | false
            %      | abc     | true
            %%%    | abc     | true
            _      | ab      | false
            %_%_%  | ab      | true
            %_%_%  | a       | false
            """)
    void fitsTheWholeText(String pattern, String text, boolean expected) {
        assertThat(matches(pattern, text, false)).isEqualTo(expected);
    }

    @Test
    void theEmptyPatternOnlyFitsTheEmptyText() {
        assertThat(matches("", "", false)).isTrue();
        assertThat(matches("", "a", false)).isFalse();
        assertThat(matches("%", "", false)).isTrue();
        assertThat(matches("_", "", false)).isFalse();
    }

    @Test
    void aBackslashAtTheEndStandsForItself() {
        assertThat(matches("a\\", "a\\", false)).isTrue();
    }

    @Test
    void anUnderscoreIsOneCodePoint() {
        assertThat(matches("_", "\uD83D\uDE00", false)).isTrue();
        assertThat(matches("__", "\uD83D\uDE00", false)).isFalse();
        assertThat(matches("a_%", "a\uD83D\uDE00", false)).isTrue();
    }

    @Test
    void ignoresCaseBySimpleFolding() {
        assertThat(matches("ΟΔΟΣ", "οδος", true)).isTrue();
        assertThat(matches("ΟΔΟΣ", "οδοσ", true)).isTrue();
        assertThat(matches("%strasse%", "STRASSE 1", true)).isTrue();
        assertThat(matches("i", "\u0130", true)).as("dotted capital I").isFalse();
        assertThat(matches("I", "\u0131", true)).as("dotless small i").isFalse();
        assertThat(matches("É", "é", true)).isTrue();
        assertThat(matches("É", "é", false)).isFalse();
        assertThat(matches("\uD801\uDC00", "\uD801\uDC28", true))
                .as("Deseret, above the first plane")
                .isTrue();
    }

    @Test
    void isTakenApartForAdapters() {
        assertThat(LikePattern.parse("a\\%b%%c_").parts())
                .containsExactly(new Literal("a%b"), new AnyText(), new Literal("c"), new AnyCodePoint());
    }

    @Test
    void anEscapedTextOnlyFitsItself() {
        Seeded.forAll(random -> {
            String text = text(random, "ab%_\\");
            assertThat(matches(LikePattern.escape(text), text, false)).isTrue();
            String other = text(random, "ab%_\\");
            assertThat(matches(LikePattern.escape(text), other, false)).isEqualTo(text.equals(other));
        });
    }

    @Test
    void agreesWithARegularExpression() {
        Seeded.forAll(random -> {
            String pattern = text(random, "aab%_");
            String regex = pattern.replace("%", ".*").replace("_", ".");
            String text = text(random, "aaab");
            assertThat(matches(pattern, text, false))
                    .as(pattern + " and " + text)
                    .isEqualTo(Pattern.matches(regex, text));
        });
    }

    @Test
    @Timeout(5)
    void isNotLedIntoBacktracking() {
        String pattern = "%a".repeat(500) + "%b";
        assertThat(matches(pattern, "a".repeat(20_000), false)).isFalse();
    }

    private static boolean matches(String pattern, String text, boolean ignoreCase) {
        return TextTest.of(Match.LIKE, pattern, ignoreCase).test(text);
    }

    private static String text(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
