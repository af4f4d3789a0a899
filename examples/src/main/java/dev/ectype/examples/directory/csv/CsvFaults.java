package dev.ectype.examples.directory.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what went wrong below into the sentence for the reader. */
final class CsvFaults {
    private static final Pattern RECORD = Pattern.compile("\\s*\\(?record starting at line (\\d+)\\)?");

    private CsvFaults() {}

    /** Explains why reading stopped after some rows. */
    static UnreadableCsvException explain(String file, long rowsRead, RuntimeException failure) {
        String sentence = failure.getCause() instanceof MalformedTextException malformed
                ? notText(malformed)
                : failure instanceof CsvParseException ? notCsv(failure) : ": cannot be read: " + failure.getMessage();
        String where = rowsRead == 0 ? "" : String.format(" Reading stopped there, after %,d rows.", rowsRead);
        return new UnreadableCsvException(file + sentence + where, failure);
    }

    private static String notText(MalformedTextException malformed) {
        return String.format(
                ":%d: this is not UTF-8 text: %s; save the file as UTF-8.", malformed.line(), malformed.getMessage());
    }

    private static String notCsv(RuntimeException failure) {
        String reason = String.valueOf(failure.getMessage());
        Matcher line = RECORD.matcher(reason);
        String position = line.find() ? ":" + line.group(1) : "";
        if (reason.startsWith("Unclosed quote")) {
            return position + ": a quote opened in the row that begins here is never closed; add the missing '\"'.";
        }
        if (reason.contains("max")) {
            return position + ": a cell of the row that begins here is longer than 16 million characters;"
                    + " a closing quote may be missing.";
        }
        return position + ": this is not CSV: " + RECORD.matcher(reason).replaceAll("") + ".";
    }
}
