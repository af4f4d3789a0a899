package dev.ectype.benchmarks.memory;

import dev.ectype.benchmarks.measuring.Cost;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One member by its key out of ever more, the keys {@linkplain Asked asked for} in several ways. All tables take turns in
 * one process, and the round that used the least processor time counts.
 */
public final class Growth {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final Set<Stores> KINDS = EnumSet.of(Stores.ECTYPE, Stores.ROWS_BY_HAND, Stores.RECORDS_BY_HAND);
    private static final int ROUNDS = 40;
    private static final int OPERATIONS = 1 << 16;

    private final Map<String, Supplier<Member>> contenders = new LinkedHashMap<>();

    private Growth() {}

    /** Takes the number of rounds, 40 unless given. */
    public static void main(String[] args) {
        Growth growth = new Growth();
        for (int rows : SIZES) {
            List<Member> members = Member.all(rows);
            KINDS.forEach(kind -> growth.add(rows, kind, kind.of(members)));
        }
        growth.takeTurns(args.length == 0 ? ROUNDS : Integer.parseInt(args[0]));
    }

    private void add(int rows, Stores kind, MemberStore store) {
        for (Asked asked : Asked.values()) {
            Questions questions = asked.of(rows);
            String name = "%-10s %-15s %,9d".formatted(asked, kind, rows);
            contenders.put(name, () -> store.get(questions.id()));
        }
    }

    private void takeTurns(int rounds) {
        Map<String, Cost> least = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            contenders.forEach((name, get) -> least.merge(name, Cost.of(OPERATIONS, get), Cost::least));
        }
        least.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> System.out.printf(
                        "%s %6.1f ns %4d B%n",
                        entry.getKey(),
                        entry.getValue().nanos(),
                        entry.getValue().bytes()));
    }
}
