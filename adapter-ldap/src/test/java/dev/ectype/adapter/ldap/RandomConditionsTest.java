package dev.ectype.adapter.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.ldap.server.Server;
import dev.ectype.query.eval.Evaluator;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.PushDown;
import dev.ectype.spi.Source;
import dev.ectype.spi.Verdict;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the adapter says it does exactly, it does as the reference evaluator defines it. */
class RandomConditionsTest {
    private static final int ROWS = 60;
    private static final int CONDITIONS = Boolean.getBoolean("ectype.campaign") ? 20_000 : 300;

    @ParameterizedTest
    @EnumSource(Server.class)
    void findsTheRowsThatTheEvaluatorFinds(Server server) {
        long seed = Long.getLong("ectype.seed", System.nanoTime());
        RandomThings things = new RandomThings(seed);
        server.directory().renew("things");
        Source source = Things.source();
        int exact = 0;
        int narrowed = 0;
        try (LdapAdapter adapter = server.directory().connect()) {
            List<Row> all = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                all.add(things.row(i));
                Things.insert(adapter, source, all.get(i));
            }
            for (int i = 0; i < CONDITIONS; i++) {
                Predicate predicate = things.predicate(2);
                PushDown plan = Things.plan(adapter, source, predicate);
                Verdict verdict = plan.where().get(0);
                Set<Object> wanted = keys(
                        all.stream().filter(Evaluator.of(predicate)::matches).toList());
                if (verdict.isExact()) {
                    exact++;
                    assertThat(keys(Things.rows(adapter, source, plan)))
                            .as(
                                    "seed %d, condition %d: %s%n%s",
                                    seed, i, shown(predicate), plan.plan().explain())
                            .isEqualTo(wanted);
                } else if (verdict instanceof Verdict.Superset) {
                    narrowed++;
                    assertThat(keys(Things.rows(adapter, source, plan)))
                            .as(
                                    "seed %d, condition %d: %s%n%s",
                                    seed, i, shown(predicate), plan.plan().explain())
                            .containsAll(wanted);
                }
            }
        }
        assertThat(exact).as("most conditions are exact, seed %d", seed).isGreaterThan(CONDITIONS / 2);
        assertThat(narrowed).isPositive();
    }

    private static Set<Object> keys(List<Row> rows) {
        Set<Object> keys = new HashSet<>();
        rows.forEach(row -> keys.add(String.valueOf(row.get(0))));
        return keys;
    }

    /** The condition with its values, which the predicates' own text hides. */
    private static String shown(Predicate predicate) {
        return predicate + " " + Values.in(predicate);
    }
}
