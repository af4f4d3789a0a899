package dev.ectype.adapter.inmemory;

import static dev.ectype.adapter.inmemory.People.AGE;
import static dev.ectype.adapter.inmemory.People.EMAIL;
import static dev.ectype.adapter.inmemory.People.PEOPLE;
import static dev.ectype.adapter.inmemory.People.compare;
import static dev.ectype.adapter.inmemory.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.Page.Direction;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.error.NoResultException;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.Predicate;
import dev.ectype.spi.Source;
import dev.ectype.types.stored.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InMemoryTableTest {
    private final InMemoryAdapter adapter = InMemoryAdapter.create();
    private final InMemoryTable table = adapter.table(PEOPLE);

    static Stream<Source> sources() {
        return Stream.of(PEOPLE, People.withHint(TableOptions.ordered()), People.HASHED);
    }

    private static void fill(InMemoryTable table, int rows) {
        for (int i = 0; i < rows; i++) {
            table.insertNew(person(i, "Ann", i % 10, null));
        }
    }

    @Test
    void insertsOnlyWhatIsNew() {
        assertThat(table.insertNew(person(1, "Ann", 1, "a"))).isTrue();
        assertThat(table.insertNew(person(1, "Bob", 2, "b"))).isFalse();
        assertThat(table.insertNew(person(2, "Bob", 2, "a"))).isFalse();
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.lookup(1)).contains(person(1, "Ann", 1, "a"));
        assertThat(table.lookup(2)).isEmpty();
    }

    @Test
    void takesARowOnce() {
        fill(table, 1);
        assertThat(table.take(0)).contains(person(0, "Ann", 0, null));
        assertThat(table.take(0)).isEmpty();
    }

    @Test
    void countsInOneStepFromSeveralThreads() {
        Threads.run(4, thread -> {
            for (int i = 0; i < 250; i++) {
                table.updateCounterOrInsert(AGE, 1, person(1, "counter", 0, null));
            }
        });
        assertThat(table.updateCounter(AGE, -1, 1).get(2)).isEqualTo(999);
    }

    @Test
    void doesNotCountWhatIsNotThere() {
        assertThatThrownBy(() -> table.updateCounter(AGE, 1, 1)).isInstanceOf(NoResultException.class);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void countsReplacesAndDeletesByConditions(Source source) {
        InMemoryTable other = InMemoryAdapter.create().table(source);
        fill(other, 100);
        List<Predicate> young = List.of(compare(AGE, Comparison.LT, 3));
        assertThat(other.selectCount(young)).isEqualTo(30);
        assertThat(other.selectReplace(young, row -> row.with(2, 50))).isEqualTo(30);
        assertThat(other.selectCount(young)).isZero();
        assertThat(other.selectCount(List.of(compare(AGE, Comparison.EQ, 50)))).isEqualTo(30);
        assertThat(other.selectDelete(List.of(compare(AGE, Comparison.EQ, 50)))).isEqualTo(30);
        assertThat(other.size()).isEqualTo(70);
    }

    @Test
    void replacesAllOrNone() {
        fill(table, 3);
        assertThatThrownBy(() -> table.selectReplace(List.of(), row -> row.with(3, "same")))
                .isInstanceOf(ConstraintException.class);
        assertThatThrownBy(() -> table.selectReplace(List.of(), row -> row.with(2, "three")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("field: age");
        assertThat(table.selectCount(List.of(new Predicate.IsNull(EMAIL)))).isEqualTo(3);
    }

    @Test
    void refusesNativeConditions() {
        assertThatThrownBy(() -> table.selectCount(List.of(new Predicate.Native("MongoDB", "{}"))))
                .isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void pagesGoOnInBothDirectionsWhateverIsWrittenMeanwhile(Source source) {
        InMemoryTable other = InMemoryAdapter.create().table(source);
        fill(other, 95);
        List<Predicate> even = List.of(People.in(AGE, 0, 2, 4, 6, 8));
        List<Object> forward = paged(other, even, Direction.FORWARD);
        assertThat(forward).hasSize(48).doesNotHaveDuplicates();
        assertThat(paged(other, List.of(), Direction.FORWARD)).hasSize(95).doesNotHaveDuplicates();
        List<Object> backward = new ArrayList<>(paged(other, List.of(), Direction.BACKWARD));
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(paged(other, List.of(), Direction.FORWARD));
    }

    @Test
    void aPageHasOneRowOrMore() {
        fill(table, 1);
        for (int limit : List.of(0, -1)) {
            assertThatThrownBy(() -> table.select(List.of(), limit, Direction.FORWARD))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one row or more");
        }
    }

    private static List<Object> paged(InMemoryTable table, List<Predicate> conditions, Direction direction) {
        List<Object> ids = new ArrayList<>();
        Page page = table.select(conditions, 7, direction);
        for (int i = 1000; page.continuation().isPresent(); i++) {
            ids.addAll(People.ids(page.rows()));
            assertThat(page.rows()).hasSize(7);
            table.insertNew(person(i, "Bob", 2, null));
            page = table.select(page.continuation().get());
        }
        ids.addAll(People.ids(page.rows()));
        table.selectDelete(List.of(compare(People.NAME, Comparison.EQ, "Bob")));
        return ids;
    }

    @Test
    void pagesOfAnOrderedTableAreInOrder() {
        InMemoryTable ordered = InMemoryAdapter.create().table(People.withHint(TableOptions.ordered()));
        for (int id : new int[] {5, 3, 9, 1}) {
            ordered.insertNew(person(id, "Ann", 1, null));
        }
        assertThat(People.ids(ordered.select(List.of(), 3, Direction.FORWARD).rows()))
                .containsExactly(1, 3, 5);
        assertThat(People.ids(ordered.select(List.of(), 3, Direction.BACKWARD).rows()))
                .containsExactly(9, 5, 3);
    }

    @Test
    void forksAreApart() {
        fill(table, 3);
        InMemoryAdapter fork = adapter.fork();
        fork.table(PEOPLE).take(0);
        table.take(1);
        People.insert(fork, People.source(), person(7, "Bob", 7, null));
        assertThat(People.ids(People.rows(fork, PEOPLE))).containsExactlyInAnyOrder(1, 2, 7);
        assertThat(People.ids(People.rows(adapter, PEOPLE))).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void sandboxesForgetWhatWasWritten() {
        fill(table, 3);
        Source other = new Source("others", Optional.empty(), People.LAYOUT, List.of(0), List.of(), List.of());
        try (Sandbox sandbox = adapter.sandbox()) {
            table.take(0);
            sandbox.reset();
            assertThat(table.size()).isEqualTo(3);
            table.insertNew(person(9, "Zoe", 9, null));
            People.insert(adapter, other, person(1, "Ann", 1, null));
        }
        assertThat(People.ids(People.rows(adapter, PEOPLE))).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(People.rows(adapter, other)).isEmpty();
    }

    @Test
    void tellsItsSizes() {
        fill(table, 3);
        assertThat(adapter.statistics())
                .containsExactly(new TableStatistics(
                        "people", 3, false, List.of("people_age", "people_name_age", "people_email", "people_city")));
        Row row = table.lookup(0).orElseThrow();
        assertThat(row.layout()).isSameAs(People.LAYOUT);
    }
}
