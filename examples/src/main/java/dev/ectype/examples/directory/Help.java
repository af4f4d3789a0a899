package dev.ectype.examples.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says about every command: the columns, the exit status, examples. */
final class Help {
    private static final String RUN = "mvn -q compile exec:java";

    private static final String[] FOOTER = {
        "",
        "A FILE is UTF-8 text with cells separated by commas; a cell in double quotes may contain",
        "commas, line breaks, and quotes written twice. Its first line names the columns, in any order",
        "and case; others are ignored:",
        "",
        "  name     at most 200 characters; required",
        "  email    the mail address; required; no two people have the same",
        "  phone    as written in the country of the row, or with + and the country code",
        "  country  ISO 3166 code or English name: GR, Greece; required",
        "  city     at most 100 characters",
        "  born     a date, such as 1990-03-14, not in the future",
        "  age      a whole number from 0 to 130",
        "  skills   at most 50 words, with ; between them",
        "  status   active, invited or left; required",
        "  joined   a time, such as 2021-05-17T09:30:00Z; required",
        "",
        "White space around cells does not matter. A row that is not valid is rejected; the others",
        "are stored."
    };

    private static final String[] EXAMPLES = {
        "",
        "Examples:",
        "  " + RUN,
        "  " + RUN + " -Dexec.args=\"--all --width=160\"",
        "  " + RUN + " -Dexec.args=\"import my.csv --rejected=rejected.csv --city=Athens\"",
    };

    private Help() {}

    /** Adds {@code --help} and its text to a command and those below it. */
    static void addTo(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("--help", "-h")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(100).exitCodeListHeading("%nExit status:%n").exitCodeList(exitCodes());
        usage.footer(join());
        command.getSubcommands().values().forEach(Help::addTo);
        command.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "every row was either stored or rejected");
        codes.put("1", "something failed that is not in the file");
        codes.put("2", "the command line or the file cannot be read; a sentence on standard error says why");
        return codes;
    }

    private static String[] join() {
        String[] lines = Arrays.copyOf(FOOTER, FOOTER.length + EXAMPLES.length);
        System.arraycopy(EXAMPLES, 0, lines, FOOTER.length, EXAMPLES.length);
        return lines;
    }
}
