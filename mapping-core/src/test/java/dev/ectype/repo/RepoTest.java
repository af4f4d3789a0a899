package dev.ectype.repo;

import static dev.ectype.query.Query.from;
import static dev.ectype.testing.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Origin;
import dev.ectype.changeset.Result;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.error.MultipleResultsException;
import dev.ectype.error.NoResultException;
import dev.ectype.testing.Book;
import dev.ectype.testing.Books;
import dev.ectype.testing.ListAdapter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepoTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final Instant NOON_SECOND = Instant.parse("2026-03-01T12:00:00Z");

    private final ListAdapter store = new ListAdapter();
    private final Repo repo = Repo.over(store).withClock(Clock.fixed(NOON, ZoneOffset.UTC));

    private Book insert(String title, Integer pages) {
        return repo.insert(Books.changeset(Map.of("title", title, "pages", pages)))
                .orElseThrow();
    }

    @Test
    void insertingMakesTheKeyAndBothTimestampsAndKeepsVirtualValues() {
        Book book = repo.insert(Books.changeset(Map.of(
                        "title", "Emma", "pages", "500", "shelfNote", "top", "publisher", Map.of("city", "London"))))
                .orElseThrow();
        assertThat(book.id()).isNotNull();
        assertThat(book.pages()).isEqualTo(500);
        assertThat(book.shelfNote()).isEqualTo("top");
        assertThat(book.insertedAt()).isEqualTo(NOON_SECOND);
        assertThat(book.updatedAt()).isEqualTo(NOON_SECOND);
        assertThat(repo.getOrThrow(BOOKS, book.id()).publisher().city()).isEqualTo("London");
    }

    @Test
    void aReadRecordHasNoVirtualValues() {
        Book book = repo.insert(Books.changeset(Map.of("title", "Emma", "shelfNote", "top")))
                .orElseThrow();
        assertThat(repo.getOrThrow(BOOKS, book.id()).shelfNote()).isNull();
    }

    @Test
    void anInvalidChangesetNeverReachesTheStore() {
        Result<Book> result = repo.insert(Books.changeset(Map.of("pages", "many")));
        assertThat(result.failure().orElseThrow().allErrors())
                .extracting(FieldError::code)
                .containsExactlyInAnyOrder("required", "cast");
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void aTakenValueComesBackAsAnErrorOfItsField() {
        insert("Emma", 500);
        Changeset<Book> failed =
                repo.insert(Books.changeset(Map.of("title", "Emma"))).failure().orElseThrow();
        FieldError error = failed.errors(BOOKS.title).get(0);
        assertThat(error.message()).isEqualTo("has already been taken");
        assertThat(error.origin()).isEqualTo(Origin.CONSTRAINT);
        assertThat(error.arguments())
                .containsEntry("constraint", "unique")
                .containsEntry("constraint_name", "books_t_index");
    }

    @Test
    void aViolationThatIsNotDeclaredIsAnExceptionThatNamesIt() {
        insert("Emma", 500);
        assertThatThrownBy(() -> repo.insert(BOOKS.cast(Map.of("title", "Emma"), BOOKS.title)))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("books_t_index")
                .hasMessageContaining("uniqueConstraint");
    }

    @Test
    void updatingWritesOnlyChangesAndTheTimeOfTheUpdate() {
        Book book = insert("Emma", 500);
        store.calls().clear();
        Repo later = repo.withClock(Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
        Book updated = later.update(Books.changeset(book, Map.of("pages", 501))).orElseThrow();
        assertThat(updated.pages()).isEqualTo(501);
        assertThat(updated.updatedAt()).isEqualTo(NOON_SECOND.plusSeconds(60));
        assertThat(updated.insertedAt()).isEqualTo(NOON_SECOND);
        assertThat(store.calls()).containsExactly("update [pages, updatedAt]");
    }

    @Test
    void updatingWithoutChangesDoesNotCallTheStore() {
        Book book = insert("Emma", 500);
        store.calls().clear();
        assertThat(repo.update(Books.changeset(book, Map.of("pages", "500"))).orElseThrow())
                .isEqualTo(book);
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void aChangeToNullRemovesTheValue() {
        Book book = insert("Emma", 500);
        java.util.HashMap<String, Object> params = new java.util.HashMap<>();
        params.put("pages", null);
        repo.update(Books.changeset(book, params)).orElseThrow();
        assertThat(repo.getOrThrow(BOOKS, book.id()).pages()).isNull();
    }

    @Test
    void updatingARecordThatIsGoneIsStale() {
        Book book = insert("Emma", 500);
        repo.delete(BOOKS, book).orElseThrow();
        assertThat(repo.update(Books.changeset(book, Map.of("pages", 1)))).isInstanceOf(Result.Stale.class);
        assertThat(repo.delete(BOOKS, book)).isInstanceOf(Result.Stale.class);
    }

    @Test
    void anOptimisticLockLetsOnlyTheFirstOfTwoWritersWrite() {
        Book book = repo.insert(Books.changeset(Map.of("title", "Emma")).put(BOOKS.version, 1))
                .orElseThrow();
        Result<Book> first =
                repo.update(Books.changeset(book, Map.of("pages", 1)).optimisticLock(BOOKS.version));
        Result<Book> second =
                repo.update(Books.changeset(book, Map.of("pages", 2)).optimisticLock(BOOKS.version));
        assertThat(first.orElseThrow().version()).isEqualTo(2);
        assertThat(second).isInstanceOf(Result.Stale.class);
    }

    @Test
    void queriesWithColumnsOfJooqFindRecords() {
        insert("Emma", 500);
        insert("Persuasion", 250);
        insert("Sanditon", 100);
        assertThat(repo.all(from(BOOKS)
                        .where(BOOKS.pages.ge(200))
                        .orderBy(BOOKS.title.desc())
                        .limit(5)))
                .extracting(Book::title)
                .containsExactly("Persuasion", "Emma");
        assertThat(repo.one(from(BOOKS).where(BOOKS.title.eq("Emma")))
                        .orElseThrow()
                        .pages())
                .isEqualTo(500);
        assertThat(repo.count(from(BOOKS).where(BOOKS.pages.lt(500)).clientSide(10)))
                .isEqualTo(2);
        assertThat(repo.exists(from(BOOKS).where(BOOKS.pages.gt(500)))).isFalse();
    }

    @Test
    void nestedFieldsOfEmbedsCanBeQueried() {
        repo.insert(Books.changeset(Map.of("title", "Emma", "publisher", Map.of("city", "London"))))
                .orElseThrow();
        insert("Sanditon", 100);
        var city = BOOKS.publisher.get(Books.Publishers.PUBLISHER.city);
        assertThat(repo.all(from(BOOKS).where(city.eq("London"))))
                .extracting(Book::title)
                .containsExactly("Emma");
    }

    @Test
    void oneRefusesSeveralAndOrThrowRefusesNone() {
        insert("Emma", 500);
        insert("Sanditon", 500);
        assertThatThrownBy(() -> repo.one(from(BOOKS).where(BOOKS.pages.eq(500))))
                .isInstanceOf(MultipleResultsException.class);
        assertThatThrownBy(() -> repo.oneOrThrow(from(BOOKS).where(BOOKS.pages.eq(1))))
                .isInstanceOf(NoResultException.class);
        assertThatThrownBy(() -> repo.getOrThrow(BOOKS, UUID.randomUUID())).isInstanceOf(NoResultException.class);
    }

    @Test
    void aKeyIsCastAndOneThatIsNoneIsRefused() {
        Book book = insert("Emma", 500);
        assertThat(repo.get(BOOKS, book.id().toString())).isPresent();
        assertThatThrownBy(() -> repo.get(BOOKS, "nonsense"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no value of the key's type")
                .hasMessageNotContaining("nonsense");
        assertThatThrownBy(() -> repo.get(BOOKS)).hasMessageContaining("one value for each field");
    }

    @Test
    void onlySchemasAreWritten() {
        assertThatThrownBy(() -> repo.insert(Books.Publishers.PUBLISHER.change()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("only the changeset of a schema");
        assertThatThrownBy(() -> repo.update(Books.changeset(Map.of("title", "Emma"))))
                .hasMessageContaining("insert it");
    }

    @Test
    void theExplanationTellsWhoDoesWhat() {
        String text = repo.explain(from(BOOKS)
                        .where(BOOKS.pages.ge(1))
                        .orderBy(BOOKS.title.asc())
                        .limit(3))
                .toString();
        assertThat(text)
                .contains("lists, books, by INDEX")
                .contains("where   pages >= ?: exact")
                .contains("order   title asc: exact")
                .contains("window  limit 3: exact")
                .contains("fetch   id, title, pages, tags, publisher, version, insertedAt, updatedAt");
        assertThat(store.calls()).isEmpty();
        assertThat(List.of(text.split("\n"))).hasSize(6);
    }
}
