package dev.ectype.tck.query;

import static dev.ectype.tck.sample.Conditions.not;
import static dev.ectype.tck.sample.Conditions.text;
import static dev.ectype.tck.sample.Conditions.textIgnoringCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Predicate.Text.Match;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.harness.Table;
import dev.ectype.tck.sample.Sources;
import dev.ectype.types.stored.Storage.Scalar;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of texts: every character means itself, but for the two wildcards of a like. */
public abstract class TextContract extends ContractTest {
    private static final List<String> PATTERNS = List.of(
            "a",
            "ab",
            "b",
            "%",
            "_",
            "\\",
            "*",
            "(",
            ")",
            "?",
            ".",
            "[a]",
            "^",
            "$",
            "|",
            "+",
            "{2}",
            "'",
            "\"",
            "\n",
            "\uD83D\uDE00",
            "\u00e9",
            "e",
            "#",
            "&",
            "=",
            ",",
            "/",
            "a*b",
            ".*",
            "",
            " ");

    private Table texts() {
        Table kept = bench().table(Sources.holding(Scalar.TEXT));
        List<String> values = List.of(
                "ab",
                "AB",
                "a%b",
                "a_b",
                "a\\b",
                "a*b",
                "a(b)",
                "a?b",
                "a.b",
                "[a]b",
                "^a$b",
                "a|b",
                "a+b",
                "a{2}b",
                "it's",
                "\"ab\"",
                "a\nb",
                "\uD83D\uDE00",
                "a\uD83D\uDE00b",
                "\u00e9t\u00e9",
                "e\u0301te",
                "a b",
                "#a&b=c,d/e",
                "aab",
                "\u0130x",
                "\u00dfx",
                "Stra\u00dfe",
                "%",
                "_");
        for (int i = 0; i < values.size(); i++) {
            kept.holds("t" + i, values.get(i));
        }
        kept.holds("none");
        return kept;
    }

    @ParameterizedTest(name = "T1 {0} takes every character as itself")
    @EnumSource(
            value = Match.class,
            names = {"STARTS_WITH", "ENDS_WITH", "CONTAINS"})
    void everyCharacterMeansItself(Match match) {
        Table texts = texts();
        for (String pattern : PATTERNS) {
            texts.where(text(texts.path("value"), match, pattern)).check();
            texts.where(not(text(texts.path("value"), match, pattern))).check();
        }
    }

    @Test
    @DisplayName(
            "T2 like: % is any text, _ one code point, \\ makes the next character itself, all others are themselves")
    void likeKnowsTwoWildcards() {
        Table texts = texts();
        List<String> patterns = List.of(
                "ab",
                "a%",
                "%b",
                "%a%",
                "a_b",
                "a__b",
                "_",
                "__",
                "%_%",
                "a\\%b",
                "a\\_b",
                "a\\\\b",
                "\\%",
                "\\_",
                "a*b",
                "a(b)",
                "a.b",
                "[a]b",
                "^a$b",
                "%\n%",
                "_\uD83D\uDE00_",
                "\u00e9t\u00e9",
                "%\u0301%",
                "",
                "%",
                "%%",
                "a%b%",
                "%a%b%",
                "a\\",
                "\\a\\b",
                "a?b",
                "%'%",
                "%|%");
        for (String pattern : patterns) {
            texts.where(text(texts.path("value"), Match.LIKE, pattern)).check();
            texts.where(not(text(texts.path("value"), Match.LIKE, pattern))).check();
        }
        assertThat(texts.where(text(texts.path("value"), Match.LIKE, "a_b")).check())
                .hasSizeGreaterThan(5);
        assertThat(texts.where(text(texts.path("value"), Match.LIKE, "a\\_b")).check())
                .hasSize(1);
    }

    @Test
    @DisplayName("T3 a like without wildcards at its ends fits the whole text, line breaks included")
    void likeFitsTheWholeText() {
        Table texts = texts();
        assertThat(texts.where(text(texts.path("value"), Match.LIKE, "a")).check())
                .isEmpty();
        assertThat(texts.where(text(texts.path("value"), Match.LIKE, "a%b")).check())
                .anyMatch(row -> "a\nb".equals(row.get(1)));
    }

    @ParameterizedTest(name = "T4 {0} ignoring case compares lower case, wherever letters have two")
    @EnumSource(Match.class)
    void ignoringCaseComparesLowerCase(Match match) {
        Table texts = texts();
        for (String pattern : List.of(
                "AB", "ab", "A%B", "\u00c9T", "STRASSE", "STRA\u00df", "\u00dfX", "i", "I", "\u0130", "_B", "")) {
            texts.where(textIgnoringCase(texts.path("value"), match, pattern)).check();
            texts.where(not(textIgnoringCase(texts.path("value"), match, pattern)))
                    .check();
        }
    }

    @Test
    @DisplayName("T5 a text test without ignoring case tells cases apart")
    void casesAreToldApart() {
        Table texts = texts();
        assertThat(texts.where(text(texts.path("value"), Match.STARTS_WITH, "A"))
                        .check())
                .hasSize(1);
        assertThat(texts.where(text(texts.path("value"), Match.CONTAINS, "\u00c9"))
                        .check())
                .isEmpty();
    }
}
