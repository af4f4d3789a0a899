package dev.ectype.changeset.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ectype.changeset.internal.PlainPattern.Answer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided without a search is what a search finds. */
class PlainPatternTest {
    private static final int PATTERNS = Boolean.getBoolean("ectype.campaign") ? 1_000_000 : 20_000;
    private static final List<String> SETS = List.of(
            "a",
            "b",
            "c",
            "é",
            " ",
            "-",
            "]",
            "&",
            ".",
            "\\d",
            "\\D",
            "\\s",
            "\\S",
            "\\w",
            "\\W",
            "\\.",
            "\\-",
            "\\$",
            "[ab]",
            "[^ab]",
            "[^\\s@]",
            "[b-d]",
            "[-a]",
            "[a-]",
            "[^a-c-]",
            "[\\w.]",
            "[\\]a]",
            "[^\\n]",
            "[a^]",
            "[é1]",
            "\\n",
            "@",
            "[a-z&&[^b]]",
            "(a)",
            "[a[b]]",
            "\\b",
            "x|y");
    private static final List<String> TIMES =
            List.of("", "", "", "", "*", "+", "?", "{2}", "{0}", "{0,1}", "{1,}", "{2,3}", "{,2}", "+?", "*+");
    private static final List<String> PIECES = List.of(
            "a", "b", "c", "d", "1", "_", "@", ".", "-", " ", "]", "$", "é", "\n", "\r", "\u2028", "\uD83D\uDE00");

    @ParameterizedTest
    @CsvSource({
        "^[A-Z]{3}-\\d{4}$, ABC-1234, FOUND",
        "^[A-Z]{3}-\\d{4}$, ABC-12345, NOT_FOUND",
        "^[A-Z]{3}-\\d{4}$, ABC-12é4, UNSURE",
        "^[^\\s@]+@[^\\s@]+$, ada@example.org, FOUND",
        "^[^\\s@]+@[^\\s@]+$, ada at example.org, NOT_FOUND",
        "^[^\\s@]+@[^\\s@]+$, adé@example.org, UNSURE",
        "^a?b?$, '', FOUND",
    })
    void aTextInAsciiIsDecided(String expression, String text, Answer answer) {
        PlainPattern plain = PlainPattern.of(Pattern.compile(expression)).orElseThrow();

        assertEquals(answer, plain.find(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "^a",
                "a$",
                "^(a|b)$",
                "^a|b$",
                "^a+?$",
                "^a++$",
                "^a*a$",
                "^a?b?a$",
                "^\\bab$",
                "^a\\$",
                "^\\p{L}$"
            })
    void whatNeedsASearchIsNotPlain(String expression) {
        assertTrue(PlainPattern.of(Pattern.compile(expression)).isEmpty());
    }

    @Test
    void aPatternWithFlagsIsNotPlain() {
        assertTrue(PlainPattern.of(Pattern.compile("^a$", Pattern.CASE_INSENSITIVE))
                .isEmpty());
    }

    @Test
    void whatIsDecidedIsWhatASearchFinds() {
        long seed = Long.getLong("ectype.seed", System.nanoTime());
        System.out.println("PlainPatternTest seed " + seed + " (replay with -Dectype.seed=" + seed + ")");
        Random random = new Random(seed);
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        for (int i = 0; i < PATTERNS; i++) {
            compare("^" + row(random, 5, SETS, TIMES) + "$", random, answers);
        }
        answers.forEach((answer, times) -> assertTrue(times > PATTERNS / 10, () -> answer + " seldom: " + answers));
        assertEquals(3, answers.size());
    }

    @Test
    void aPatternThatIsLookedForOftenGivesTheSameAnswers() {
        Random random = new Random(1);
        Pattern pattern = Pattern.compile("^a?[bc]+@\\d*$");
        BoundedMatch match = new BoundedMatch(pattern);

        for (int i = 0; i < 10_000; i++) {
            String text = row(random, 6, PIECES, List.of(""));
            assertEquals(pattern.matcher(text).find(), match.isFoundIn(text), text);
        }
    }

    private static void compare(String expression, Random random, Map<Answer, Integer> answers) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return;
        }
        PlainPattern.of(pattern).ifPresent(plain -> {
            for (int i = 0; i < 10; i++) {
                String text = row(random, 6, PIECES, List.of(""));
                Answer answer = plain.find(text);
                answers.merge(answer, 1, Integer::sum);
                boolean agrees = answer == Answer.UNSURE
                        || (answer == Answer.FOUND) == pattern.matcher(text).find();
                assertTrue(agrees, () -> expression + " in '" + text + "': " + answer);
            }
        });
    }

    private static String row(Random random, int most, List<String> first, List<String> second) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> first.get(random.nextInt(first.size())) + second.get(random.nextInt(second.size())))
                .collect(Collectors.joining());
    }
}
