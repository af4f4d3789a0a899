package dev.ectype.examples.directory.generator;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What happens to rows on their way through spreadsheets, forms and hands. */
enum Mess {
    PADDED_NAME("name", name -> "   " + name + "  "),
    NAME_IN_NO_BREAK_SPACES("name", name -> "\u00A0" + name + "\u00A0\u00A0"),
    NAME_WITH_QUOTES("name", name -> name.replaceFirst(" ", " \"Ace\" ")),
    NAME_WITH_COMMA("name", name -> name.replaceFirst(" ", ", ")),
    NAME_WITH_LINE_BREAK("name", name -> name.replaceFirst(" ", "\n")),
    NAME_WITH_EMOJI("name", name -> name + " 🌊👩‍💻"),
    SHOUTED_MAIL("email", mail -> mail.toUpperCase(Locale.ROOT)),
    PADDED_MAIL("email", mail -> "\t" + mail + " "),
    NO_PHONE("phone", phone -> ""),
    LOWER_CASE_COUNTRY("country", country -> country.toLowerCase(Locale.ROOT)),
    SPELLED_OUT_COUNTRY("country", Mess::spellOut),
    PADDED_AGE("age", age -> "  " + age),
    NO_AGE("age", age -> "  "),
    LOOSE_SKILLS("skills", skills -> " ;" + skills + " ; ;"),

    NO_NAME("name", name -> " "),
    NAME_OF_TEN_KILOBYTES("name", name -> "x".repeat(10_240)),
    NAME_WITH_BELL("name", name -> name + "\u0007"),
    NO_MAIL("email", mail -> ""),
    MAIL_WITHOUT_AT("email", mail -> mail.replace('@', '.')),
    MAIL_WITH_SPACE("email", mail -> mail.replace(".", " .")),
    REPEATED_MAIL("email", mail -> "eleni@example.org"),
    TRUNCATED_PHONE("phone", phone -> "12-34"),
    PHONE_IN_WORDS("phone", phone -> "ask at the desk"),
    PHONE_OF_TOO_MANY_DIGITS("phone", phone -> "9".repeat(30)),
    UNKNOWN_COUNTRY("country", country -> "Atlantis"),
    NO_COUNTRY("country", country -> ""),
    THIRTIETH_OF_FEBRUARY("born", born -> born.substring(0, 4) + "-02-30"),
    SLASHED_DATE("born", born -> "31/12/" + born.substring(0, 4)),
    BORN_IN_WORDS("born", born -> "long ago"),
    BORN_IN_THE_FUTURE("born", born -> "2999-01-01"),
    NEGATIVE_AGE("age", age -> "-" + age),
    AGE_OUT_OF_RANGE("age", age -> "999"),
    AGE_BEYOND_ANY_INTEGER("age", age -> "99999999999999999999"),
    AGE_IN_WORDS("age", age -> "forty-two"),
    AGE_WITH_FRACTION("age", age -> age + ".5"),
    MISSPELLED_STATUS("status", status -> "actve"),
    LOCALIZED_STATUS("status", status -> "ενεργός"),
    NO_STATUS("status", status -> ""),
    JOINED_WITHOUT_TIME("joined", joined -> joined.substring(0, 10)),
    JOINED_AT_25_HOURS("joined", joined -> joined.substring(0, 11) + "25:61:00Z"),
    TOO_MANY_SKILLS("skills", skills -> "a;".repeat(60)),
    ALL_BLANK("", cell -> " "),

    CELL_MISSING("", cell -> cell),
    CELL_TOO_MANY("", cell -> cell);

    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // these functions hold nothing
    private final UnaryOperator<String> change;

    Mess(String column, UnaryOperator<String> change) {
        this.column = column;
        this.change = change;
    }

    /** Changes one cell, or every cell if no column is named. */
    void spoil(Map<String, String> cells) {
        if (column.isEmpty()) {
            cells.replaceAll((name, cell) -> change.apply(cell));
        } else {
            cells.computeIfPresent(column, (name, cell) -> change.apply(cell));
        }
    }

    private static String spellOut(String country) {
        return Nation.ALL.stream()
                .filter(nation -> nation.code().equals(country))
                .map(Nation::name)
                .findFirst()
                .orElse(country);
    }
}
