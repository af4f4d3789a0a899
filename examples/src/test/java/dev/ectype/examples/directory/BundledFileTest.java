package dev.ectype.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.examples.directory.generator.PeopleCsvGenerator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BundledFileTest {
    private static final Pattern COUNTS =
            Pattern.compile("Read ([\\d,]+) rows = ([\\d,]+) stored \\+ ([\\d,]+) rejected\\.");

    private static Run run;

    @BeforeAll
    static void readTheBundledFile() {
        run = Run.of();
    }

    @Test
    void succeedsAndSaysNothingElse() {
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void storesOrRejectsEveryRow() {
        Matcher counts = counts(run.out());

        assertThat(number(counts, 1)).isEqualTo(PeopleCsvGenerator.ROWS);
        assertThat(number(counts, 2) + number(counts, 3)).isEqualTo(PeopleCsvGenerator.ROWS);
        assertThat(number(counts, 2)).isBetween(900, 1_000);
        assertThat(run.out()).contains("The store counts " + counts.group(2) + " people");
    }

    @Test
    void saysWhichRowWasRejectedForWhichField() {
        assertThat(run.out())
                .containsPattern("row +line +field +value +message\n")
                .contains("more; --all prints them");
    }

    @Test
    void readsEveryNationalPhoneNumber() {
        assertThat(Run.of("--all").out().lines().filter(line -> line.contains("not a phone number")))
                .allMatch(line -> line.contains("ask at the desk") || line.contains("12-34") || line.contains("9999"));
    }

    @Test
    void findsAPersonByMailThroughTheUniqueIndex() {
        assertThat(section("Who has the mail address eleni@example.org?"))
                .contains("Ελένη Παπαδοπούλου", "+306941234567", "Athens", "java sql", "active")
                .containsIgnoringCase("index");
    }

    @Test
    void findsAdultsOfACityInTheOrderOfTheirNames() {
        String section = section("Which adults live in Athens?");

        assertThat(section.lines().filter(line -> line.contains("@example.org")))
                .hasSize(10)
                .allMatch(line -> line.contains("Athens"))
                .isSorted();
        assertThat(section).containsIgnoringCase("index");
    }

    @Test
    void findsMembersOfAListByReadingEverybody() {
        assertThat(section("Who knows java, or is invited and has a phone?"))
                .containsIgnoringCase("scan")
                .satisfies(section -> assertThat(section.lines().filter(line -> line.contains("@example.org")))
                        .hasSize(10)
                        .allMatch(line -> line.contains("java") || line.contains("invited")));
    }

    @Test
    void fitsTheTerminal() {
        assertThat(Run.of("--all", "--width=60").out().lines().filter(line -> line.startsWith("  ──")))
                .hasSize(4)
                .allMatch(line -> line.length() <= 60);
    }

    @Test
    void neverSendsControlCharactersToTheTerminal() {
        assertThat(Run.of("--all").out()).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    }

    @Test
    void runsAsAProgram() {
        PrintStream usual = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            PeopleDirectory.main(new String[0]);
        } finally {
            System.setOut(usual);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("Read 1,200 rows");
    }

    private static String section(String question) {
        String rest = run.out().substring(run.out().indexOf(question));
        return rest.substring(0, rest.indexOf("\n\n"));
    }

    private static Matcher counts(String out) {
        Matcher counts = COUNTS.matcher(out);
        assertThat(counts.find()).as(out).isTrue();
        return counts;
    }

    private static int number(Matcher counts, int group) {
        return Integer.parseInt(counts.group(group).replace(",", ""));
    }
}
