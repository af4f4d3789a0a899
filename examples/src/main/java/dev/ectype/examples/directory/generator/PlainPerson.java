package dev.ectype.examples.directory.generator;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes up the row of a person with whom nothing is wrong. */
final class PlainPerson {
    private static final List<String> SKILLS =
            List.of("java", "sql", "go", "python", "rust", "kotlin", "ldap", "mongodb", "excel", "negotiation", "日本語");
    private static final List<String> STATUSES = List.of("active", "active", "active", "invited", "left");

    private final Dice dice;

    PlainPerson(Dice dice) {
        this.dice = dice;
    }

    /** Returns the cells by column; the number makes the mail address unique. */
    Map<String, String> cells(int number) {
        Nation nation = dice.pick(Nation.ALL);
        LocalDate born = LocalDate.of(dice.between(1940, 2012), dice.between(1, 12), dice.between(1, 28));
        String given = dice.pick(nation.given());
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("name", given + " " + dice.pick(nation.family()));
        cells.put("email", mailName(given) + "." + number + "@example.org");
        cells.put("phone", dice.digits(dice.pick(nation.phones())));
        cells.put("country", nation.code());
        cells.put("city", dice.pick(nation.cities()));
        cells.put("born", born.toString());
        cells.put("age", Integer.toString(2025 - born.getYear()));
        cells.put("skills", skills());
        cells.put("status", dice.pick(STATUSES));
        cells.put("joined", joined());
        return cells;
    }

    private static String mailName(String given) {
        String latin = Normalizer.normalize(given, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "");
        return latin.isEmpty() ? "person" : latin.toLowerCase(Locale.ROOT);
    }

    private String skills() {
        List<String> skills = new ArrayList<>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            String skill = dice.pick(SKILLS);
            if (!skills.contains(skill)) {
                skills.add(skill);
            }
        }
        return String.join(";", skills);
    }

    private String joined() {
        return String.format(
                Locale.ROOT,
                "20%02d-%02d-%02dT%02d:%02d:00Z",
                dice.between(15, 25),
                dice.between(1, 12),
                dice.between(1, 28),
                dice.between(0, 23),
                dice.between(0, 59));
    }
}
