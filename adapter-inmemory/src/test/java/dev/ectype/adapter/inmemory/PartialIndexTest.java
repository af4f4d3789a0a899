package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.EMAIL;
import static dev.ectype.adapter.inmemory.People.NAME;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.ids;
import static dev.ectype.adapter.inmemory.People.insert;
import static dev.ectype.adapter.inmemory.People.person;
import static dev.ectype.adapter.inmemory.People.query;
import static dev.ectype.adapter.inmemory.People.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.Source;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartialIndexTest {
    private static final Predicate ADULT = compare(AGE, Comparison.GE, 18);
    private static final Source SOURCE = People.source(
            new Source.Index("adult_names", List.of(NAME), true, List.of(ADULT)),
            new Source.Index(
                    "present_mails", List.of(EMAIL), false, List.of(new Predicate.Not(new Predicate.IsNull(EMAIL)))));

    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    private WriteOutcome update(Object id, Assignment change) {
        return adapter.update(new Update(SOURCE, List.of(id), List.of(change), List.of(), List.of(), CallOptions.NONE));
    }

    @Test
    void comparesOnlyRowsThatMeetTheCondition() {
        insert(adapter, SOURCE, person(1, "Ann", 17, null));
        assertThat(insert(adapter, SOURCE, person(2, "Ann", 40, null))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(insert(adapter, SOURCE, person(3, "Ann", 12, null))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(insert(adapter, SOURCE, person(4, "Ann", 18, null))).isInstanceOf(WriteOutcome.Violated.class);
    }

    @Test
    void aRowThatComesToMeetTheConditionIsCompared() {
        insert(adapter, SOURCE, person(1, "Ann", 17, null));
        insert(adapter, SOURCE, person(2, "Ann", 40, null));
        assertThat(update(1, Assignment.set(AGE, 18))).isInstanceOf(WriteOutcome.Violated.class);
        update(2, Assignment.set(AGE, 5));
        assertThat(update(1, Assignment.set(AGE, 18))).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void leadsOnlyQueriesWhoseRowsItAllHas() {
        Predicate ann = compare(NAME, Comparison.EQ, "Ann");
        assertThat(adapter.plan(query(SOURCE, ann)).plan().access()).isEqualTo(Access.SCAN);
        assertThat(adapter.plan(query(SOURCE, ann, ADULT)).plan().explain()).contains("by index adult_names");
        Predicate mail = compare(EMAIL, Comparison.EQ, "a@b");
        assertThat(adapter.plan(query(SOURCE, mail)).plan().explain()).contains("by index present_mails");
        assertThat(adapter.plan(query(SOURCE, new Predicate.IsNull(EMAIL)))
                        .plan()
                        .access())
                .isEqualTo(Access.SCAN);
    }

    @Test
    void findsWhatAWalkOfAllRowsFindsAfterAnyWrites() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Predicate some = compare(NAME, Comparison.LE, "C");
        for (int i = 0; i < 3000; i++) {
            write(random);
        }
        List<Row> all = new ArrayList<>(rows(adapter, SOURCE));
        all.removeIf(row -> !wanted(row));
        assertThat(adapter.plan(query(SOURCE, ADULT, some)).plan().explain()).contains("adult_names");
        assertThat(ids(rows(adapter, SOURCE, ADULT, some)))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(ids(all));
    }

    private static boolean wanted(Row row) {
        Object age = row.get(2);
        Object name = row.get(1);
        return age != null
                && (Integer) age >= 18
                && name != null
                && Objects.toString(name).compareTo("C") <= 0;
    }

    private void write(Random random) {
        int id = random.nextInt(40);
        String name = random.nextInt(5) == 0 ? null : String.valueOf((char) ('A' + random.nextInt(26)));
        Integer age = random.nextInt(5) == 0 ? null : 10 + random.nextInt(20);
        switch (random.nextInt(4)) {
            case 0 -> insert(adapter, SOURCE, person(id, name, age, null));
            case 1 -> update(id, Assignment.set(AGE, age));
            case 2 -> update(id, Assignment.set(NAME, name));
            default -> adapter.delete(new Delete(SOURCE, List.of(id), List.of(), List.of(), CallOptions.NONE));
        }
    }
}
