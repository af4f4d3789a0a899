package dev.ectype.benchmarks.memory;

import dev.ectype.benchmarks.measuring.Cost;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The same work as the benchmarks of one thread for a machine that other programs keep busy: the stores take turns in one
 * process, and the round that used the least processor time counts.
 */
public final class SideBySide {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 30;
    private static final int DIFFERENT = 1024;

    private final int rounds;

    private SideBySide(int rounds) {
        this.rounds = rounds;
    }

    /** Takes the number of rounds, 30 unless given. */
    public static void main(String[] args) {
        SideBySide run = new SideBySide(args.length == 0 ? ROUNDS : Integer.parseInt(args[0]));
        run.find();
        TranslateBenchmark five = new TranslateBenchmark();
        run.print("five terms", "translated", 20_000, five::translate);
        run.print("five terms", "said, translated", 20_000, five::sayAndTranslate);
    }

    private void find() {
        Map<Stores, MemberStore> stores = filled(EnumSet.allOf(Stores.class), ROWS);
        Questions questions = Questions.random(ROWS, DIFFERENT);
        compare("key", 40_000, stores, store -> store.get(questions.id()));
        compare("index", 1_000, stores, store -> store.ofTeam(questions.team(ROWS)));
        compare("range", 2_000, stores, questions::firstOfRange);
    }

    private static Map<Stores, MemberStore> filled(Set<Stores> kinds, int rows) {
        Map<Stores, MemberStore> stores = new EnumMap<>(Stores.class);
        List<Member> members = Member.all(rows);
        kinds.forEach(kind -> stores.put(kind, kind.of(members)));
        return stores;
    }

    private void compare(String what, int operations, Map<Stores, MemberStore> stores, Function<MemberStore, ?> work) {
        Map<Stores, Cost> least = new EnumMap<>(Stores.class);
        for (int round = 0; round < rounds; round++) {
            stores.forEach(
                    (kind, store) -> least.merge(kind, Cost.of(operations, () -> work.apply(store)), Cost::least));
        }
        least.forEach((kind, cost) -> print(what, kind.name(), cost));
    }

    private void print(String what, String how, int operations, Supplier<?> work) {
        Cost least = Cost.of(operations, work);
        for (int round = 1; round < rounds; round++) {
            least = least.least(Cost.of(operations, work));
        }
        print(what, how, least);
    }

    private static void print(String what, String how, Cost cost) {
        System.out.printf("%-15s %-16s %10.0f ns %8d B%n", what, how, cost.nanos(), cost.bytes());
    }
}
