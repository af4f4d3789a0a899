package dev.ectype.changeset.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[A-Z]{3}$ ^[A-Z]{3}$",
                "a]b} a\\]b\\}",
                "[\\w-.] [\\w\\-.]",
                "[\\w.-] [\\w.\\-]",
                "[-a] [\\-a]",
                "[a-z-9] [a-z\\-9]",
                "[a/|(){}] [a\\/\\|\\(\\)\\{\\}]",
                "[\\u0041-\\u005a] [\\u0041-\\u005a]",
                "[a\\]b] [a\\]b]",
                "\\[a] \\[a\\]"
            })
    void whatBrowsersReadOtherwiseIsSaidSoThatTheyDoNot(String source, String said) {
        assertThat(EcmaPattern.of(Pattern.compile(source))).contains(said);
    }

    @Test
    void spaceIsNoMoreThanInJava() {
        assertThat(EcmaPattern.of(Pattern.compile("^\\S\\s[^\\s@]$")))
                .contains("^[^ \\t\\n\\x0B\\f\\r][ \\t\\n\\x0B\\f\\r][^ \\t\\n\\x0B\\f\\r@]$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]a]", "[^]a]", "[a[b]]", "[\\S]", "\\bx", "x\\B", "\\ca", "(?=a)", "a++", "[+--]"})
    void whatHasNoSurelyEqualFormIsLeftOut(String source) {
        assertThat(EcmaPattern.of(Pattern.compile(source))).isEmpty();
    }

    @Test
    void whatIsSaidMatchesTheSameTexts() {
        long seed = 20_261_128;
        Random random = new Random(seed);
        String signs = "ab-.]}[^$\\sSwd(){3,}/| \u00a0\t";
        int said = 0;
        for (int i = 0; i < 20_000; i++) {
            String source = text(random, signs, 1 + random.nextInt(7));
            Pattern pattern = compiled(source);
            String other = pattern == null ? null : EcmaPattern.of(pattern).orElse(null);
            if (pattern != null && other != null) {
                said++;
                Pattern again = Pattern.compile(other);
                for (int j = 0; j < 20; j++) {
                    String text = text(random, "ab-.]}[^$\\sw3(){},/| \u00a0\t", random.nextInt(4));
                    assertThat(again.matcher(text).find())
                            .as("%s as %s on '%s', seed %d", source, other, text, seed)
                            .isEqualTo(pattern.matcher(text).find());
                }
            }
        }
        assertThat(said).isGreaterThan(1_000);
    }

    private static String text(Random random, String signs, int length) {
        return random.ints(length, 0, signs.length())
                .collect(StringBuilder::new, (text, i) -> text.append(signs.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static Pattern compiled(String source) {
        try {
            return Pattern.compile(source);
        } catch (IllegalArgumentException noPattern) {
            return null;
        }
    }
}
