package dev.ectype.tck.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.tck.profile.Capability.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown page that tells what each store can do: one table, to which the contract test of each adapter holds the
 * column of its store, and a list of what the store says to what it refuses. A new store is a new name in the heading of
 * the table, and two marks for its list: {@code <!-- refusals: NAME -->} and {@code <!-- /refusals -->}.
 */
public final class StoresPage {
    private static final Pattern SUMMARY = Pattern.compile("(?s)(?<=<!-- stores -->\n).*?(?=<!-- /stores -->)");

    private StoresPage() {}

    /**
     * Checks that the page says of the store what the profile says; with {@code -Dectype.stores=write} makes it say so.
     *
     * @throws AssertionError if it says something else
     */
    public static void hold(Path page, AdapterProfile profile) {
        hold(page, profile, text -> withRefusals(withTable(text, profile), profile));
    }

    /**
     * Does the same for a page with a shorter table, between {@code <!-- stores -->} and {@code <!-- /stores -->}: how many
     * capabilities of each group the store has.
     *
     * @throws AssertionError if it says something else
     */
    public static void holdSummary(Path page, AdapterProfile profile) {
        hold(page, profile, text -> {
            Matcher table = SUMMARY.matcher(text);
            assertThat(table.find())
                    .as("%s has marks for the table of stores", page)
                    .isTrue();
            return table.replaceFirst(found -> Matcher.quoteReplacement(withSummary(found.group(), profile)));
        });
    }

    private static void hold(Path page, AdapterProfile profile, UnaryOperator<String> saying) {
        try {
            String text = Files.readString(page);
            String expected = saying.apply(text);
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

    private static String withTable(String text, AdapterProfile profile) {
        StoresTable table = StoresTable.of(text, profile.store());
        List<String> rows = new ArrayList<>();
        for (Group group : Group.values()) {
            rows.add("**" + group.title() + "**");
            of(group).forEach(capability -> {
                rows.add(capability.title());
                table.put(capability.title(), profile.store(), profile.claims(capability) ? "yes" : "no");
            });
        }
        return table.in(text, rows);
    }

    private static String withSummary(String text, AdapterProfile profile) {
        StoresTable table = StoresTable.of(text, profile.store());
        List<String> rows = new ArrayList<>();
        for (Group group : Group.values()) {
            rows.add(group.title());
            long claimed = of(group).stream().filter(profile::claims).count();
            table.put(
                    group.title(), profile.store(), claimed + " of " + of(group).size());
        }
        return table.in(text, rows);
    }

    private static List<Capability> of(Group group) {
        return Arrays.stream(Capability.values())
                .filter(capability -> capability.group() == group)
                .toList();
    }

    private static String withRefusals(String text, AdapterProfile profile) {
        Pattern list = Pattern.compile(
                "(?s)(<!-- refusals: " + Pattern.quote(profile.store()) + " -->\\n).*?(<!-- /refusals -->)");
        return list.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + refusals(profile) + found.group(2)));
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
