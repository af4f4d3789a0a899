package dev.ectype.tck.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table "what each store can do", in Markdown, made of the profiles that the contract tests hold stores to. */
public final class CapabilityTable {
    private CapabilityTable() {}

    /** Returns the table: a column for each profile, a line for each capability, and the refusals as notes below it. */
    public static String of(List<AdapterProfile> profiles) {
        List<String> notes = new ArrayList<>();
        StringBuilder table = new StringBuilder();
        line(table, "", profiles.stream().map(AdapterProfile::store).toList());
        line(table, "---", profiles.stream().map(profile -> ":-:").toList());
        for (Capability.Group group : Capability.Group.values()) {
            line(
                    table,
                    "**" + group.title() + "**",
                    profiles.stream().map(p -> "").toList());
            Arrays.stream(Capability.values())
                    .filter(capability -> capability.group() == group)
                    .forEach(capability -> line(table, capability.title(), cells(capability, profiles, notes)));
        }
        table.append('\n');
        for (int i = 0; i < notes.size(); i++) {
            table.append(i + 1).append(". ").append(notes.get(i)).append('\n');
        }
        return table.toString();
    }

    private static List<String> cells(Capability capability, List<AdapterProfile> profiles, List<String> notes) {
        return profiles.stream()
                .map(profile -> profile.refusal(capability)
                        .map(refusal -> "no [" + note(refusal, notes) + "]")
                        .orElse("yes"))
                .toList();
    }

    private static int note(String refusal, List<String> notes) {
        if (!notes.contains(refusal)) {
            notes.add(refusal);
        }
        return notes.indexOf(refusal) + 1;
    }

    private static void line(StringBuilder table, String first, List<String> cells) {
        table.append("| ").append(first).append(cells.stream().collect(Collectors.joining(" | ", " | ", " |\n")));
    }
}
