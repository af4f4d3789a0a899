package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.CITY;
import static dev.ectype.adapter.inmemory.People.EMAIL;
import static dev.ectype.adapter.inmemory.People.HASHED;
import static dev.ectype.adapter.inmemory.People.NAME;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.ids;
import static dev.ectype.adapter.inmemory.People.in;
import static dev.ectype.adapter.inmemory.People.insert;
import static dev.ectype.adapter.inmemory.People.living;
import static dev.ectype.adapter.inmemory.People.ordered;
import static dev.ectype.adapter.inmemory.People.person;
import static dev.ectype.adapter.inmemory.People.query;
import static dev.ectype.adapter.inmemory.People.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Order;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Window;
import dev.ectype.spi.Assignment;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Delete;
import dev.ectype.spi.NativePlan.Access;
import dev.ectype.spi.Update;
import dev.ectype.spi.WriteOutcome;
import dev.ectype.types.stored.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedIndexTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();

    @TempDir
    Path folder;

    private String plan(Predicate... conjuncts) {
        return adapter.plan(query(HASHED, conjuncts)).plan().explain();
    }

    @Test
    void servesEqualityOfAllItsFieldsAndNothingElse() {
        Predicate name = compare(NAME, Comparison.EQ, "Ann");
        Predicate age = compare(AGE, Comparison.EQ, 3);
        assertThat(plan(age)).isEqualTo("""
            table people
            by hashed index people_age: age = ?\
            """);
        assertThat(plan(name, age)).contains("by hashed index people_name_age: name = ?, age = ?");
        assertThat(plan(in(AGE, 1, 2))).contains("by hashed index people_age: age in (..)");
        assertThat(plan(new Predicate.IsNull(AGE))).contains("by hashed index people_age");
        assertThat(plan(age, compare(EMAIL, Comparison.EQ, "m"))).contains("by hashed index people_email");
        assertThat(plan(name)).contains("by all rows");
        assertThat(plan(compare(AGE, Comparison.GT, 3))).contains("by all rows");
        var sorted = ordered(query(HASHED, age), Window.ALL, Order.ascending(AGE));
        assertThat(adapter.plan(sorted).plan().explain()).contains("sorted");
        assertThat(adapter.plan(query(HASHED, age)).plan().access()).isEqualTo(Access.INDEX);
    }

    @Test
    void isUniqueWhereDeclared() {
        insert(adapter, HASHED, person(1, "Ann", 1, "m"));
        assertThat(insert(adapter, HASHED, person(2, "Bob", 1, "m"))).isInstanceOf(WriteOutcome.Violated.class);
        assertThat(insert(adapter, HASHED, person(3, "Cid", 1, null))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(insert(adapter, HASHED, person(4, "Dan", 1, null))).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    void findsWhatAWalkOfAllRowsFindsAfterAnyWrites() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            write(random);
        }
        for (Integer age : new Integer[] {null, 0, 1, 2, 3, 4, 99}) {
            List<Row> expected = new ArrayList<>(rows(adapter, HASHED));
            expected.removeIf(row -> !Objects.equals(row.get(2), age));
            Predicate wanted = age == null ? new Predicate.IsNull(AGE) : compare(AGE, Comparison.EQ, age);
            assertThat(ids(rows(adapter, HASHED, wanted)))
                    .as("seed %d, age %s", seed, age)
                    .containsExactlyInAnyOrderElementsOf(ids(expected));
        }
    }

    private void write(Random random) {
        int id = random.nextInt(60);
        Integer age = random.nextInt(4) == 0 ? null : random.nextInt(5);
        switch (random.nextInt(3)) {
            case 0 -> insert(adapter, HASHED, living(person(id, "n" + random.nextInt(3), age, null), "Athens"));
            case 1 ->
                adapter.update(new Update(
                        HASHED,
                        List.of(id),
                        List.of(Assignment.set(AGE, age)),
                        List.of(),
                        List.of(),
                        CallOptions.NONE));
            default -> adapter.delete(new Delete(HASHED, List.of(id), List.of(), List.of(), CallOptions.NONE));
        }
    }

    @Test
    void isBuiltAgainFromAFile() {
        for (int i = 0; i < 100; i++) {
            insert(adapter, HASHED, person(i, "n", i % 10, "m" + i));
        }
        adapter.save(folder.resolve("file"));
        InMemoryAdapter loaded = InMemoryAdapter.load(folder.resolve("file"));
        assertThat(rows(loaded, HASHED, compare(AGE, Comparison.EQ, 3))).hasSize(10);
        assertThat(insert(loaded, HASHED, person(200, "n", 1, "m5"))).isInstanceOf(WriteOutcome.Violated.class);
    }

    @Test
    void sourcesThatShareATableMustAgree() {
        insert(adapter, HASHED, person(1, "Ann", 1, "m"));
        assertThatThrownBy(() -> insert(adapter, People.PEOPLE, person(2, "Bob", 1, "n")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("is hashed");
    }

    @Test
    void onlyDeclaredIndexesCanBeHashed() {
        var source = People.withHint(TableOptions.hashed().withHashedIndex("nope"));
        assertThatThrownBy(() -> adapter.plan(query(source, compare(CITY, Comparison.EQ, "x"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("nope")
                .hasMessageContaining("people_age");
    }
}
