package dev.ectype.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.examples.directory.generator.PeopleCsvGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String HEADER = "name,email,phone,country,city,born,age,skills,status,joined\n";
    private static final String ANNA =
            "Anna Rossi,anna@x.org,347 123 4567,Italy,Roma,1990-03-14,35,sql;go,active,2021-05-17T09:30:00Z\n";

    @TempDir
    private Path folder;

    @Test
    void readsAFileOfOnesOwn() throws IOException {
        Run run = importing(HEADER + ANNA);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "Read 1 rows = 1 stored + 0 rejected.",
                        "Who has the mail address anna@x.org?",
                        "+393471234567");
    }

    @Test
    void saysWhatIsWrongWithEachField() throws IOException {
        Run run = importing(HEADER + " ,anna,1,Atlantis,,1990-02-30,-1,,actve,2021-05-17\n", "--all", "--width=200");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("Read 1 rows = 0 stored + 1 rejected.")
                .containsPattern("1 +2 +name +can't be blank")
                .containsPattern("1 +2 +email +anna +is not a mail address")
                .containsPattern("country +Atlantis +is not a country")
                .containsPattern("born +1990-02-30 +is not a date")
                .containsPattern("age +-1 +must be greater than or equal to 0")
                .containsPattern("status +actve +is none of active, invited, left")
                .containsPattern("joined +2021-05-17 +is not a time");
    }

    @Test
    void refusesTheSecondPersonWithAMailAddress() throws IOException {
        Run run = importing(HEADER + ANNA + ANNA.replace("anna@x.org", "ANNA@X.ORG"));

        assertThat(run.out())
                .contains("Read 2 rows = 1 stored + 1 rejected.")
                .containsPattern("2 +3 +email +ANNA@X.ORG +has already been taken");
    }

    @Test
    void rejectsRowsThatDoNotFitTheHeader() throws IOException {
        Run run = importing(HEADER + "Anna\n" + ANNA + ",,,,,,,,,\n");

        assertThat(run.out())
                .contains(
                        "Read 3 rows = 1 stored + 2 rejected.",
                        "has 1 cells where the header has 10",
                        "only blank cells");
    }

    @Test
    void warnsOfColumnsThatNobodyReads() throws IOException {
        Run run = importing(HEADER.strip() + ",shoe size\n" + ANNA.strip() + ",42\n");

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("'shoe size'").hasLineCount(1);
        assertThat(run.out()).contains("1 stored");
    }

    @Test
    void writesEveryRejectionIntoAFile() throws IOException {
        Path rejected = folder.resolve("rejected.csv");

        Run run = importing(HEADER + ANNA + "Bob\n", "--rejected=" + rejected);

        assertThat(Files.readString(rejected))
                .isEqualToNormalizingNewlines(
                        "row,line,field,value,message\n2,3,,,has 1 cells where the header has 10\n");
        assertThat(run.out()).contains("All of them are in " + rejected);
    }

    @Test
    void keepsTheImportedFileFromBeingOverwritten() throws IOException {
        Path csv = write(HEADER + ANNA);

        assertRefused(Run.of("import", csv.toString(), "--rejected=" + csv), "is the file that is imported");
        assertThat(csv).hasContent(HEADER + ANNA);
    }

    @Test
    void refusesAFileForRejectionsThatCannotBeWritten() throws IOException {
        assertRefused(importing(HEADER, "--rejected=" + folder), "cannot be written");
    }

    @Test
    void asksAboutOthersIfTold() throws IOException {
        Run run = importing(HEADER + ANNA, "--mail=x@y.z", "--city=Oslo", "--skill=chess");

        assertThat(run.out()).contains("address x@y.z?", "live in Oslo?", "knows chess,", "(none)", "0 + 0 + 0");
    }

    @Test
    void readsAHeaderWithoutRows() throws IOException {
        assertThat(importing(HEADER).out()).contains("Read 0 rows = 0 stored + 0 rejected.");
    }

    @Test
    void takesCellsOfAnySizeAsValuesThatAreTooLong() throws IOException {
        Run run = importing(
                HEADER + ANNA + ANNA.replace("Anna", "x".repeat(10_000_000)).replace("anna", "b"));

        assertThat(run.out()).contains("1 stored + 1 rejected").hasSizeLessThan(10_000);
    }

    @Test
    void readsManyRows() throws IOException {
        int rows = Boolean.getBoolean("ectype.campaign") ? 100_000 : 10_000;
        Path csv = folder.resolve("many.csv");
        PeopleCsvGenerator.main(new String[] {csv.toString(), Integer.toString(rows), "7"});

        assertThat(Run.of("import", csv.toString()).out()).contains(String.format("Read %,d rows", rows));
    }

    @Test
    void refusesWhatIsNoFile() {
        assertRefused(
                Run.of("import", folder.resolve("no.csv").toString()), "no.csv: there is no such file in " + folder);
        assertRefused(Run.of("import", folder.toString()), "this is a directory");
    }

    @Test
    void refusesFilesThatCannotBeRead() throws IOException {
        assertRefused(importing(""), "people.csv: the file is empty");
        assertRefused(importing(HEADER.replace("email", "e-mail")), "people.csv:1: the column 'email' is missing");
        assertRefused(importing(HEADER.replace("city", "name")), "people.csv:1: the column 'name' stands there twice");
        assertRefused(importing(HEADER + ANNA + "\"Bob"), "people.csv:3: a quote opened");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Path csv = folder.resolve("people.csv");
        Files.write(csv, (HEADER + ANNA.replace("Anna", "Ann\u00E9")).getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(Run.of("import", csv.toString()), "people.csv:2: this is not UTF-8 text");
    }

    private static void assertRefused(Run run, String sentence) {
        assertThat(run.err()).contains(sentence).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }

    private Run importing(String csv, String... options) throws IOException {
        String[] command = {"import", write(csv).toString()};
        return Run.of(
                Stream.concat(Arrays.stream(command), Arrays.stream(options)).toArray(String[]::new));
    }

    private Path write(String csv) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), csv);
    }
}
