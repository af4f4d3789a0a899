package dev.ectype.changeset.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "plain, 5",
        "e\u0301, 1",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67, 1",
        "\uD83D\uDC4D\uD83C\uDFFD, 1",
        "\uD83C\uDDEC\uD83C\uDDF7\uD83C\uDDE9\uD83C\uDDEA, 2",
        "\uD83C\uDDEC\uD83C\uDDF7\uD83C\uDDE9, 2",
        "\u1112\u1161\u11AB, 1",
        "\uD55C\uAE00, 2",
        "\u0915\u094D\u0937, 2",
        "\u0E01\u0E33, 1",
        "\u0600a, 1",
        "\uD800, 1"
    })
    void countsWhatPeopleSee(String text, int count) {
        assertThat(Graphemes.count(text)).isEqualTo(count);
    }

    @Test
    void aLineBreakIsOneAndNothingJoinsIt() {
        assertThat(Graphemes.count("\r\n")).isEqualTo(1);
        assertThat(Graphemes.count("\n\u0301")).isEqualTo(2);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "later releases join conjuncts")
    void everyCodePointBehavesBesideOthersAsThePlatformSays() {
        Pattern cluster = Pattern.compile("\\X");
        String[] neighbours = {"a", "\u0301", "\u200D", "\uD83D\uDE00", "\uD83C\uDDE6", "\u1161", "\uAC00", "\u0903"};
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (Character.isDefined(point) && Character.getType(point) != Character.SURROGATE) {
                for (String neighbour : neighbours) {
                    String text = neighbour + Character.toString(point) + neighbour;
                    if (Graphemes.count(text) != count(cluster, text)) {
                        assertThat(Graphemes.count(text))
                                .as("%x in %s", point, text)
                                .isEqualTo(count(cluster, text));
                    }
                }
            }
        }
    }

    private static int count(Pattern cluster, String text) {
        Matcher matcher = cluster.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "\u00E9, 2", "\u65E5, 3", "\uD83D\uDE00, 4"})
    void bytesAreThoseOfUtf8(String text, int bytes) {
        assertThat(Graphemes.utf8Length(text)).isEqualTo(bytes);
    }
}
