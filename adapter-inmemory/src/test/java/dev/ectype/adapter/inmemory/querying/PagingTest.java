package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.querying.Partial.Lack;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.Query;
import dev.ectype.query.Queryable;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.CursorException;
import dev.ectype.repo.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jooq.OrderField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagingTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Partial store = Partial.whole(InMemoryAdapter.create());
    private final Repo repo = People.filled(store);
    private final Query<Person> all = from(PEOPLE).allowScan();

    private enum Ordering {
        NONE,
        ASCENDING,
        DESCENDING,
        NULLS_LAST,
        NULLS_FIRST,
        TWO_KEYS,
        FUNCTION,
        WITH_KEY;

        Query<Person> of(Query<Person> query) {
            return switch (this) {
                case NONE -> query;
                case ASCENDING -> query.orderBy(PEOPLE.age);
                case DESCENDING -> query.orderBy(PEOPLE.age.desc());
                case NULLS_LAST -> query.orderBy(PEOPLE.age.asc().nullsLast());
                case NULLS_FIRST -> query.orderBy(PEOPLE.age.desc().nullsFirst());
                case TWO_KEYS -> query.orderBy(PEOPLE.name, PEOPLE.salary.desc());
                case FUNCTION -> query.orderBy(lower(PEOPLE.name).desc());
                case WITH_KEY -> query.orderBy(PEOPLE.id.desc(), PEOPLE.name);
            };
        }
    }

    private static <T> List<T> walk(Repo repo, Queryable<T> query, int size) {
        List<T> walked = new ArrayList<>();
        Optional<Page<T>> page = Optional.of(repo.page(query, size));
        while (page.isPresent()) {
            walked.addAll(page.get().rows());
            page = page.get().next().map(cursor -> repo.page(query, size, cursor));
        }
        return walked;
    }

    private static <T> List<T> walkBack(Repo repo, Queryable<T> query, int size) {
        Page<T> page = repo.page(query, size);
        while (page.next().isPresent()) {
            page = repo.page(query, size, page.next().get());
        }
        List<T> walked = new ArrayList<>(page.rows());
        while (page.previous().isPresent()) {
            page = repo.page(query, size, page.previous().get());
            walked.addAll(0, page.rows());
        }
        return walked;
    }

    @ParameterizedTest
    @EnumSource
    void pagesForwardsAndBackwardsAreTheWholeQuery(Ordering ordering) {
        Partial placeless = Partial.without(InMemoryAdapter.create(), Lack.PLACE);
        Partial plain = Partial.without(InMemoryAdapter.create(), Lack.PLACE, Lack.ORDER, Lack.CONDITION);
        for (Repo each : List.of(repo, People.filled(placeless), People.filled(plain))) {
            Query<Person> query = ordering.of(all.clientSide(10));
            List<Person> whole = each.all(ordering == Ordering.WITH_KEY ? query : query.orderBy(keyOf(ordering)));
            for (int size = 1; size <= 7; size++) {
                assertThat(walk(each, query, size)).as("size %s", size).isEqualTo(whole);
                assertThat(walkBack(each, query, size))
                        .as("back, size %s", size)
                        .isEqualTo(whole);
            }
        }
    }

    /** The key is added in the direction of the last key. */
    private static OrderField<?> keyOf(Ordering ordering) {
        return switch (ordering) {
            case DESCENDING, NULLS_FIRST, TWO_KEYS, FUNCTION -> PEOPLE.id.desc();
            default -> PEOPLE.id.asc();
        };
    }

    @Test
    void pagesOfRandomRowsAreTheWholeQuery() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Repo many = Repo.over(Partial.without(InMemoryAdapter.create(), Lack.PLACE));
        for (int id = 1; id <= 28; id++) {
            Integer age = random.nextInt(4) == 0 ? null : random.nextInt(5);
            String name = random.nextInt(4) == 0 ? null : "n" + random.nextInt(3);
            many.insertOrThrow(PEOPLE.change(People.person(id, name, age, null, null)));
        }
        for (Ordering ordering : Ordering.values()) {
            Query<Person> query = ordering.of(all.where(PEOPLE.id.gt(3)));
            List<Person> whole = many.all(ordering == Ordering.WITH_KEY ? query : query.orderBy(keyOf(ordering)));
            assertThat(walk(many, query, 1 + random.nextInt(9)))
                    .as("%s, seed %s", ordering, seed)
                    .isEqualTo(whole);
        }
    }

    @Test
    void aPageDoesNotMoveWhenRowsBeforeItGo() {
        Page<Person> first = repo.page(all.orderBy(PEOPLE.id), 2);
        repo.delete(PEOPLE, first.rows().get(0)).orElseThrow();
        assertThat(repo.page(all.orderBy(PEOPLE.id), 2, first.next().orElseThrow())
                        .rows())
                .extracting(Person::id)
                .containsExactly(3, 4);
    }

    @Test
    void theFirstPageHasNoneBeforeItAndTheLastNoneBehind() {
        Page<Person> only = repo.page(all, 6);
        assertThat(only.rows()).hasSize(6);
        assertThat(only.next()).isEmpty();
        assertThat(only.previous()).isEmpty();
        assertThat(repo.page(all.where(PEOPLE.age.gt(99)), 5).rows()).isEmpty();
    }

    @Test
    void selectionsArePagedByKeysThatTheyDoNotShow() {
        assertThat(walk(
                        repo,
                        all.orderBy(PEOPLE.age)
                                .select(PEOPLE.name, PEOPLE.salary)
                                .map(row -> row.get("name")),
                        2))
                .containsExactly("Cleo", "Bob", "Eve", "Ann", null, "Ann");
    }

    @Test
    void cursorsAreOpaqueAndSafeInUrls() {
        String cursor = repo.page(all.orderBy(PEOPLE.name), 2).next().orElseThrow();
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherQueryIsRefusedByName() {
        String cursor = repo.page(all.orderBy(PEOPLE.name), 2).next().orElseThrow();
        assertThatThrownBy(() -> repo.page(all.orderBy(PEOPLE.age), 2, cursor))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining("another order");
        assertThatThrownBy(() -> repo.page(all.orderBy(PEOPLE.name.desc()), 2, cursor))
                .hasMessageContaining("another order");
        assertThatThrownBy(() -> repo.page(all.where(PEOPLE.age.gt(1)).orderBy(PEOPLE.name), 2, cursor))
                .hasMessageContaining("other conditions");
        assertThatThrownBy(() -> repo.page(all.prefix("other").orderBy(PEOPLE.name), 2, cursor))
                .hasMessageContaining("another source");
        String narrowed = repo.page(all.where(PEOPLE.age.ge(25)).orderBy(PEOPLE.name), 2)
                .next()
                .orElseThrow();
        assertThat(repo.page(all.where(PEOPLE.age.ge(26)).orderBy(PEOPLE.name), 2, narrowed)
                        .rows())
                .as("values of conditions may move on")
                .isNotEmpty();
    }

    @Test
    void aChangedCursorIsRefusedAndNeverReachesTheStore() {
        String cursor = repo.page(all.orderBy(PEOPLE.name), 2).next().orElseThrow();
        store.calls().clear();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> repo.page(all.orderBy(PEOPLE.name), 2, changed))
                    .isInstanceOf(CursorException.class);
        }
        for (String nonsense : List.of("", "x", "ä", "====", cursor + cursor, "A".repeat(20_000))) {
            assertThatThrownBy(() -> repo.page(all.orderBy(PEOPLE.name), 2, nonsense))
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining("begin at the first page");
        }
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void withAKeyNobodyElseCanMakeACursor() {
        Repo sealed = repo.withCursorKey(KEY);
        String forged = repo.page(all, 2).next().orElseThrow();
        assertThatThrownBy(() -> sealed.page(all, 2, forged)).isInstanceOf(CursorException.class);
        String own = sealed.page(all, 2).next().orElseThrow();
        assertThat(sealed.page(all, 2, own).rows()).hasSize(2);
        assertThat(Base64.getUrlDecoder().decode(own)).isNotEmpty();
        assertThatThrownBy(() -> repo.withCursorKey(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderByARedactedColumnHasNoCursor() {
        assertThatThrownBy(() -> repo.page(all.orderBy(PEOPLE.secret), 2)).hasMessageContaining("redacted");
    }

    @Test
    void whatHasNoPagesIsRefused() {
        assertThatThrownBy(() -> repo.page(all, 0)).hasMessageContaining("one row or more");
        assertThatThrownBy(() -> repo.page(all.limit(3), 2)).hasMessageContaining("leave limit and offset out");
        assertThatThrownBy(() -> repo.page(all.groupBy(PEOPLE.age).select(count()), 2))
                .hasMessageContaining("no key to go on from");
    }

    @Test
    void aPlaceIsAskedAsAConditionWhereTheStoreKnowsNone() {
        Partial placeless = Partial.without(InMemoryAdapter.create(), Lack.PLACE);
        Repo other = People.filled(placeless);
        Query<Person> query = all.where(PEOPLE.age.isNotNull()).orderBy(PEOPLE.age);
        String cursor = other.page(query, 2).next().orElseThrow();
        assertThat(other.explainPage(query, 2, cursor).toString())
                .contains("where   age >= ?: exact")
                .contains("where   (age > ? or (age = ? and id > ?)): exact")
                .contains("window  limit 3: exact");
        assertThat(repo.explainPage(query, 2, repo.page(query, 2).next().orElseThrow())
                        .toString())
                .contains("window  limit 3 after 2 keys: exact");
    }

    @Test
    void aStoreThatDoesNotOrderIsOnlyPagedWithConsent() {
        Partial unordered = Partial.without(InMemoryAdapter.create(), Lack.ORDER);
        Repo other = People.filled(unordered);
        assertThatThrownBy(() -> other.page(all, 2))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("id asc — no such order");
        assertThat(unordered.calls()).isEmpty();
        assertThat(Collections.frequency(walk(other, all.clientSide(6), 4), null))
                .isZero();
    }
}
