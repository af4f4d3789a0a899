package dev.ectype.examples.directory.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {
    private static final List<String> COLUMNS = List.of("name", "email");

    @Test
    void givesTheCellsOfKnownColumnsByName() {
        assertThat(read("email,extra,name\nanna@x.org,?,Anna\n"))
                .containsExactly(new CsvRow(1, 2, Map.of("name", "Anna", "email", "anna@x.org"), ""));
    }

    @Test
    void saysWhichColumnsAreIgnored() {
        assertThat(open("email,shoe size,name,x\n").ignoredColumns()).containsExactly("shoe size", "x");
    }

    @Test
    void findsColumnsWhateverTheirCaseAndPadding() {
        assertThat(read("\uFEFF Name ,\u00A0EMAIL\nAnna,a@x.org\n")).hasSize(1);
    }

    @Test
    void stripsWhiteSpaceOfUnicodeAroundCells() {
        assertThat(read("name,email\n\u00A0 Anna\u2003,\" a@x.org\t\"\n").get(0).cells())
                .containsEntry("name", "Anna")
                .containsEntry("email", "a@x.org");
    }

    @Test
    void keepsQuotesCommasAndLineBreaksInsideCells() {
        assertThat(read("name,email\n \"Anna \"\"A\"\"\n, Rossi\" ,a@x.org\nBob,b@x.org\n"))
                .extracting(row -> row.cells().get("name"), CsvRow::line)
                .containsExactly(tuple("Anna \"A\"\n, Rossi", 2L), tuple("Bob", 4L));
    }

    @Test
    void countsTheLinesOfEveryPlatform() {
        assertThat(read("name,email\r\nAnna,a\r\n\r\nBob,b\rCid,c\n"))
                .extracting(CsvRow::line)
                .containsExactly(2L, 4L, 5L);
    }

    @ParameterizedTest
    @MethodSource("rowsThatDoNotFit")
    void takesARowThatDoesNotFitAsARowWithAFault(String row, String fault) {
        assertThat(read("name,email\n" + row + "\nBob,b@x.org\n"))
                .extracting(CsvRow::fault)
                .containsExactly(fault, "");
    }

    private static Stream<Arguments> rowsThatDoNotFit() {
        return Stream.of(
                arguments("Anna", "has 1 cells where the header has 2"),
                arguments("Anna,a,b", "has 3 cells where the header has 2"),
                arguments(" ,\u00A0", "has only blank cells"));
    }

    @Test
    void readsACellOfTenMegabytes() {
        String cell = "x".repeat(10_000_000);

        assertThat(read("name,email\n" + cell + ",a\n").get(0).cells()).containsEntry("name", cell);
    }

    @Test
    void stopsAtACellWithoutEnd() {
        assertThatThrownBy(() -> read("name,email\nAnna,a\n\"" + "x".repeat(17_000_000)))
                .hasMessage("people.csv:3: a cell of the row that begins here is longer than 16 million characters;"
                        + " a closing quote may be missing. Reading stopped there, after 1 rows.");
    }

    @Test
    void stopsAtAQuoteThatIsNeverClosed() {
        assertThatThrownBy(() -> read("name,email\nAnna,a\n\"Bob,b\nCid,c\n"))
                .isInstanceOf(UnreadableCsvException.class)
                .hasMessage("people.csv:3: a quote opened in the row that begins here is never closed;"
                        + " add the missing '\"'. Reading stopped there, after 1 rows.");
    }

    @Test
    void stopsAtTextBehindAClosingQuote() {
        assertThatThrownBy(() -> read("name,email\n\"Anna\"x,a\n"))
                .hasMessage("people.csv:2: this is not CSV: Unexpected character after closing quote: 'x' (0x78).");
    }

    @Test
    void stopsAtTheFirstByteThatIsNotUtf8() {
        byte[] bytes = "name,email\nAnna,a\nZo\u00EB,z\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(bytes))
                .hasMessage("people.csv:3: this is not UTF-8 text: the byte 0xEB stands where no UTF-8 character can"
                        + " have it; save the file as UTF-8.");
    }

    @Test
    void recognizesUtf16() {
        assertThatThrownBy(() -> read("\uFEFFname,email\n".getBytes(StandardCharsets.UTF_16LE)))
                .hasMessage("people.csv:1: this is not UTF-8 text: the file begins as UTF-16 does;"
                        + " save the file as UTF-8.");
    }

    @Test
    void refusesATextThatEndsInsideACharacter() {
        byte[] bytes = "name,email\nZo\u00EB".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

        assertThatThrownBy(() -> read(cut)).hasMessageStartingWith("people.csv:2: this is not UTF-8 text");
    }

    @Test
    void readsCharactersThatAreSplitBetweenReads() {
        String text = "name,email\n" + "日本語👩‍💻,é\n".repeat(1_000);
        InputStream oneByteAtATime = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        assertThat(read(oneByteAtATime))
                .hasSize(1_000)
                .allMatch(row -> "日本語👩‍💻".equals(row.cells().get("name")));
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> open(""))
                .hasMessage("people.csv: the file is empty; its first line must name the columns name,email.");
        assertThatThrownBy(() -> open("\uFEFF\n\n")).hasMessageStartingWith("people.csv: the file is empty");
    }

    @Test
    void namesAMissingColumnAndTheOneThatMayBeMeant() {
        assertThatThrownBy(() -> open("name,e-mail,city\n"))
                .hasMessage("people.csv:1: the column 'email' is missing; the columns found are 'name', 'e-mail',"
                        + " 'city'. Did you mean 'email' for 'e-mail'?");
    }

    @Test
    void namesAllMissingColumns() {
        assertThatThrownBy(() -> open("a,b\n"))
                .hasMessage("people.csv:1: the columns 'name', 'email' are missing; the columns found are 'a', 'b'.");
    }

    @Test
    void recognizesAnotherSeparator() {
        assertThatThrownBy(() -> open("name;email\nAnna;a\n"))
                .hasMessage("people.csv:1: the columns 'name', 'email' are missing; the columns found are"
                        + " 'name;email'. Are the cells separated by something else than a comma?");
    }

    @Test
    void refusesAColumnThatStandsThereTwice() {
        assertThatThrownBy(() -> open("name,email,x, Name\n"))
                .hasMessage("people.csv:1: the column 'name' stands there twice, as cell 1 and cell 4;"
                        + " remove or rename one.");
    }

    @Test
    void listsAHeaderOfAnySizeBriefly() {
        assertThatThrownBy(() -> open("\u001B[31m" + "x".repeat(100_000) + ",y".repeat(5_000) + "\n"))
                .message()
                .contains("'\\u001B[31mxxx", "and 4981 more")
                .hasSizeLessThan(500);
    }

    private static List<CsvRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvRow> read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    private static List<CsvRow> read(InputStream bytes) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows csv = open(bytes)) {
            csv.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static CsvRows open(String text) {
        return open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static CsvRows open(InputStream bytes) {
        return CsvRows.open(new CsvSource("people.csv", -1, bytes), COLUMNS);
    }
}
