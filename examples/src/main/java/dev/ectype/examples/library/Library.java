package dev.ectype.examples.library;

import static dev.ectype.examples.library.Authors.AUTHORS;
import static dev.ectype.examples.library.Books.BOOKS;
import static dev.ectype.examples.library.Copies.COPIES;
import static dev.ectype.examples.library.Subjects.SUBJECTS;
import static dev.ectype.query.Query.from;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Related;
import dev.ectype.changeset.Result;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Multi;
import dev.ectype.repo.MultiResult;
import dev.ectype.repo.Repo;
import dev.ectype.repo.Transacted;
import java.util.List;
import java.util.Map;

/** What a library does with its records. */
public final class Library {
    private final Repo repo;

    /** Creates a library over a store. */
    public Library(Repo repo) {
        this.repo = repo;
    }

    /** Adds an author with books. */
    public Result<Author> add(Map<String, ?> params) {
        // snippet:assoc-insert
        // {"name": "Ursula", "books": [{"title": "The Dispossessed", "year": "1974"}, ...]}
        Result<Author> author = repo.insert(Authors.changeset(AUTHORS.change(), params));
        // end
        return author;
    }

    /** Changes an author and the books: those that the params leave out are deleted. */
    public Result<Author> change(Author found, Map<String, ?> params) {
        // snippet:assoc-update
        Author author = repo.preload(List.of(found), AUTHORS.books).get(0);
        Result<Author> changed = repo.update(Authors.changeset(AUTHORS.change(author), params));
        // end
        return changed;
    }

    /** Adds a copy of a book. */
    public Result<Copy> shelve(Book book, String shelf) {
        // snippet:assoc-build
        Result<Copy> copy = repo.insert(BOOKS.copies.build(book).put(COPIES.shelf, shelf));
        // end
        return copy;
    }

    /** Says what a book is about: a subject that is there, and a new one. */
    public Result<Book> classify(Book book, Subject known, String added) {
        Book loaded = repo.preload(List.of(book), BOOKS.subjects).get(0);
        // snippet:assoc-put
        Result<Book> classified = repo.update(BOOKS.change(loaded)
                .putRelated(
                        BOOKS.subjects,
                        List.of(
                                Related.record(known), // it has its key: only the row of the join is added
                                Related.changeset(SUBJECTS.change().put(SUBJECTS.name, added)))));
        // end
        return classified;
    }

    /** Returns all authors with their books, the newest first, and what these are about. */
    public List<Author> shelves() {
        // snippet:assoc-preload
        Query<Author> query = from(AUTHORS)
                .orderBy(AUTHORS.name.asc())
                .allowScan()
                .preload(
                        AUTHORS.books,
                        books -> books.where(BOOKS.year.ge(1900))
                                .orderBy(BOOKS.year.desc())
                                .preload(BOOKS.subjects))
                .preload(AUTHORS.copies);
        List<Author> authors = repo.all(query);
        // end
        return authors;
    }

    /** Returns authors with their latest books alone. */
    public List<Author> latest(List<Author> authors) {
        // snippet:assoc-preload-limit
        Preload<Author, Book> latest = Preload.of(
                        AUTHORS.books, (Query<Book> books) -> books.orderBy(BOOKS.year.desc()))
                .limitPerOwner(1);
        List<Author> withLatest = repo.preload(authors, latest);
        // end
        return withLatest;
    }

    /** Returns authors of some names with their books, in one request. */
    public List<Author> named(String... names) {
        // snippet:assoc-preload-joined
        List<Author> found = repo.all(from(AUTHORS)
                .where(AUTHORS.name.in(names))
                .preload(Preload.of(AUTHORS.books).joined()));
        // end
        return found;
    }

    /** Gives a book to another author unless that one has too many. */
    public Transacted<Book, String> give(Book book, Author to) {
        // snippet:assoc-transact
        Transacted<Book, String> given = repo.transact(tx -> {
            if (tx.count(from(BOOKS).where(BOOKS.authorId.eq(to.id()))) >= 3) {
                return Transacted.rollback("too many books");
            }
            return Transacted.commit(tx.updateOrThrow(BOOKS.change(book).put(BOOKS.authorId, to.id())));
        });
        // end
        return given;
    }

    /** Adds an author, a book and a copy of it. */
    public String addAll(Changeset<Author> author, Changeset<Book> book) {
        // snippet:assoc-multi
        Multi multi = Multi.of()
                .insert("author", author)
                .insert(
                        "book",
                        seen -> book.put(
                                BOOKS.authorId, seen.get("author", Author.class).id()))
                .insert("copy", seen -> BOOKS.copies.build(seen.get("book", Book.class)));
        MultiResult result = repo.transact(multi);
        String said = result instanceof MultiResult.Failed failed
                ? failed.step() + " failed" // failed.value() is its changeset; nothing was written
                : result.orElseThrow().get("copy", Copy.class).id() + " is on no shelf yet";
        // end
        return said;
    }
}
