package dev.ectype.tck.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.tck.profile.Capability.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown page that tells what each store can do: one table, to which the contract test of each adapter holds the
 * column of its store, and a list of what the store says to what it refuses. A new store is a new name in the heading of
 * the table, and two marks for its list: {@code <!-- refusals: NAME -->} and {@code <!-- /refusals -->}.
 */
public final class StoresPage {
    private static final Pattern TABLE = Pattern.compile("(?m)(?:^\\|.*\\|\\n)+");
    private final List<String> stores;
    private final Map<String, String> cells = new HashMap<>();
    private final String text;

    private StoresPage(String text) {
        this.text = text;
        List<List<String>> rows = table(text).lines().map(StoresPage::cellsOf).toList();
        stores = rows.get(0).subList(1, rows.get(0).size());
        for (List<String> row : rows) {
            for (int i = 1; i < row.size(); i++) {
                cells.put(row.get(0) + "|" + stores.get(i - 1), row.get(i));
            }
        }
    }

    private static String table(String text) {
        Matcher found = TABLE.matcher(text);
        assertThat(found.find()).as("the page has a table").isTrue();
        return found.group();
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /**
     * Checks that the page says of the store what the profile says; with {@code -Dectype.stores=write} makes it say so.
     *
     * @throws AssertionError if it says something else
     */
    public static void hold(Path page, AdapterProfile profile) {
        try {
            String text = Files.readString(page);
            String expected = new StoresPage(text).saying(profile);
            if ("write".equals(System.getProperty("ectype.stores"))) {
                Files.writeString(page, expected);
            } else {
                assertThat(text)
                        .as("%s, of %s; -Dectype.stores=write writes it", page, profile.store())
                        .isEqualTo(expected);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String saying(AdapterProfile profile) {
        assertThat(stores).as("the heading of the table names the store").contains(profile.store());
        for (Capability capability : Capability.values()) {
            cells.put(capability.title() + "|" + profile.store(), profile.claims(capability) ? "yes" : "no");
        }
        String withTable = TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(table()));
        Pattern list = Pattern.compile(
                "(?s)(<!-- refusals: " + Pattern.quote(profile.store()) + " -->\\n).*?(<!-- /refusals -->)");
        return list.matcher(withTable)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + refusals(profile) + found.group(2)));
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        lines.add(line("", stores));
        lines.add(line("---", stores.stream().map(store -> ":-:").toList()));
        for (Group group : Group.values()) {
            lines.add(line(
                    "**" + group.title() + "**",
                    stores.stream().map(store -> "").toList()));
            Arrays.stream(Capability.values())
                    .filter(capability -> capability.group() == group)
                    .forEach(capability -> lines.add(line(capability.title(), answers(capability))));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> answers(Capability capability) {
        return stores.stream()
                .map(store -> cells.getOrDefault(capability.title() + "|" + store, ""))
                .toList();
    }

    private static String line(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** What is refused is listed by what is said then; where nothing is ever said, the core does it or there is none. */
    private static String refusals(AdapterProfile profile) {
        StringBuilder list = new StringBuilder();
        for (Capability capability : Capability.values()) {
            profile.refusal(capability)
                    .filter(refusal -> !refusal.isBlank())
                    .ifPresent(refusal -> list.append("* ")
                            .append(capability.title())
                            .append(": *")
                            .append(refusal)
                            .append("*\n"));
        }
        profile.refusalsOfForms()
                .forEach(refusal -> list.append("* some forms of the rest: *")
                        .append(refusal)
                        .append("*\n"));
        return list.toString();
    }
}
