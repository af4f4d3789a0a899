package dev.ectype.examples.docs;

import static dev.ectype.examples.library.Authors.AUTHORS;
import static dev.ectype.examples.library.Books.BOOKS;
import static dev.ectype.examples.library.Subjects.SUBJECTS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.examples.library.Author;
import dev.ectype.examples.library.Book;
import dev.ectype.examples.library.Copy;
import dev.ectype.examples.library.Library;
import dev.ectype.examples.library.Subject;
import dev.ectype.repo.Repo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryTest {
    private final Repo repo = Repo.over(InMemoryAdapter.create());
    private final Library library = new Library(repo);

    private Author ursula() {
        return library.add(Map.of(
                        "name",
                        "Ursula",
                        "books",
                        List.of(
                                Map.of("title", "The Dispossessed", "year", "1974"),
                                Map.of("title", "Lavinia", "year", "2008"))))
                .orElseThrow();
    }

    @Test
    void anAuthorIsAddedWithBooksAndErrorsComeBackInTheirPlace() {
        assertThat(ursula().books().list()).extracting(Book::title).containsExactly("The Dispossessed", "Lavinia");
        assertThat(library.add(Map.of("name", "Other", "books", List.of(Map.of("title", "Lavinia"))))
                        .failure()
                        .orElseThrow()
                        .allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactly("books[0].title has already been taken");
        assertThat(repo.count(from(AUTHORS).allowScan())).isEqualTo(1);
    }

    @Test
    void booksLeftOutAreDeleted() {
        Author author = ursula();
        Book kept = author.books().list().get(0);
        Author changed = library.change(
                        repo.getOrThrow(AUTHORS, author.id()),
                        Map.of("books", List.of(Map.of("id", kept.id().toString(), "year", "1975"))))
                .orElseThrow();
        assertThat(changed.books().list()).extracting(Book::year).containsExactly(1975);
        assertThat(repo.count(from(BOOKS).allowScan())).isEqualTo(1);
    }

    @Test
    void everythingIsReadWithItsOwner() {
        Book book = ursula().books().list().get(1);
        Copy copy = library.shelve(book, "A1").orElseThrow();
        Subject myth = repo.insert(SUBJECTS.change().put(SUBJECTS.name, "myth")).orElseThrow();
        library.classify(book, myth, "Rome").orElseThrow();
        Author read = library.shelves().get(0);
        assertThat(read.books().list()).extracting(Book::title).containsExactly("Lavinia", "The Dispossessed");
        assertThat(read.books().list().get(0).subjects().list())
                .extracting(Subject::name)
                .containsExactlyInAnyOrder("myth", "Rome");
        assertThat(read.copies().list()).containsExactly(copy);
        assertThat(library.latest(List.of(repo.getOrThrow(AUTHORS, read.id())))
                        .get(0)
                        .books()
                        .list())
                .extracting(Book::title)
                .containsExactly("Lavinia");
        assertThat(library.named(read.name()).get(0).books().list())
                .extracting(Book::title)
                .containsExactlyInAnyOrder("Lavinia", "The Dispossessed");
    }

    @Test
    void aBookIsGivenAndAMultiTellsWhatFailed() {
        Author ursula = ursula();
        Author homer = library.add(Map.of("name", "Homer")).orElseThrow();
        Book book = ursula.books().list().get(0);
        assertThat(library.give(book, homer).toOptional().map(Book::authorId)).contains(homer.id());
        var sappho = AUTHORS.change().put(AUTHORS.name, "Sappho");
        var odes = BOOKS.change().put(BOOKS.title, "Odes");
        assertThat(library.addAll(sappho, odes)).endsWith("is on no shelf yet");
        assertThat(library.addAll(AUTHORS.change().put(AUTHORS.name, "Other"), odes.uniqueConstraint(BOOKS.title)))
                .isEqualTo("book failed");
        assertThat(repo.count(from(AUTHORS).allowScan())).isEqualTo(3);
    }
}
