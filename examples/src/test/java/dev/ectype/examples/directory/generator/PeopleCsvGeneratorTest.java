package dev.ectype.examples.directory.generator;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.ectype.types.Cast;
import dev.ectype.types.Types;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCsvGeneratorTest {
    private static final String BUNDLED = "/dev/ectype/examples/directory/people.csv";

    @TempDir
    private Path folder;

    @Test
    void writesTheBundledFileByteForByte() throws IOException {
        Path written = folder.resolve("people.csv");

        PeopleCsvGenerator.main(new String[] {written.toString()});

        assertThat(Files.readAllBytes(written)).isEqualTo(bundled());
    }

    @Test
    void writesOtherPeopleForAnotherSeed() {
        assertThat(text(200, 1)).isEqualTo(text(200, 1)).isNotEqualTo(text(200, 2));
    }

    @Test
    void spoilsOneRowInEveryWay() {
        String text = text(Mess.values().length + 1, PeopleCsvGenerator.SEED);

        assertThat(text)
                .startsWith("\uFEFFname,email,")
                .contains(
                        "\u00A0",
                        "\"\"Ace\"\"",
                        "\u0007",
                        "👩‍💻",
                        "-02-30",
                        "99999999999999999999",
                        "x".repeat(10_240));
        assertThat(rows(text)).extracting(CsvRecord::getFieldCount).contains(9, 10, 11);
    }

    @Test
    void givesEveryNationPhoneNumbersThatAreValidThere() {
        Dice dice = new Dice(7);
        for (Nation nation : Nation.ALL) {
            for (String pattern : nation.phones()) {
                String phone = dice.digits(pattern);
                assertThat(Types.phone(nation.code()).cast(phone))
                        .as("%s of %s", phone, nation.name())
                        .isInstanceOf(Cast.Ok.class);
            }
        }
    }

    private static String text(int rows, long seed) {
        StringWriter text = new StringWriter();
        PeopleCsvGenerator.write(text, rows, seed);
        return text.toString();
    }

    private static List<CsvRecord> rows(String text) {
        return CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .toList();
    }

    private static byte[] bundled() throws IOException {
        try (InputStream file = PeopleCsvGenerator.class.getResourceAsStream(BUNDLED)) {
            return file.readAllBytes();
        }
    }
}
