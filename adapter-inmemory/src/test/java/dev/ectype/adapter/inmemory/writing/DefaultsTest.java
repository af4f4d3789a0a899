package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.changeset.FieldOptions.defaultTo;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Shape;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A default is what a new record starts with; what a store does not have is null, however it says so. */
class DefaultsTest {
    record Paper(String colour, Integer pages) {}

    record Book(Integer id, String state, Paper paper) {}

    private static final class Papers extends Shape<Paper> {
        static final Papers PAPERS = new Papers();

        {
            field("colour", string(), defaultTo("white"));
            field("pages", integer());
        }

        private Papers() {
            super(Paper.class);
        }
    }

    private static final class Books extends Schema<Book> {
        static final Books BOOKS = new Books();
        final Column<Book, String> state = field("state", string(), defaultTo("new"));

        {
            field("id", integer(), primaryKey());
            embedsOne("paper", Papers.PAPERS);
        }

        private Books() {
            super(Book.class, "books");
        }
    }

    private static final Books BOOKS = Books.BOOKS;
    private final Repo repo = Repo.over(InMemoryAdapter.create());

    private Book load(Map<String, ?> stored) {
        return repo.load(BOOKS, stored);
    }

    @Test
    void aNewRecordStartsWithItsDefaultsAndKeepsThemInTheStore() {
        Book written = repo.insertOrThrow(BOOKS.cast(
                Map.of("id", 1, "paper", Map.of("pages", 3)),
                BOOKS.fields().get(0),
                BOOKS.fields().get(1)));
        assertThat(written.state()).isEqualTo("new");
        assertThat(repo.getOrThrow(BOOKS, 1)).isEqualTo(written);
    }

    @Test
    void absentAndNullAreReadAlikeAndNotAsTheDefault() {
        Map<String, Object> withNull = new HashMap<>(Map.of("id", 1));
        withNull.put("state", null);
        assertThat(load(Map.of("id", 1)).state()).isNull();
        assertThat(load(withNull)).isEqualTo(load(Map.of("id", 1)));
    }

    @Test
    void soTheyAreInsideEmbeddedRecords() {
        Map<String, Object> withNull = new HashMap<>(Map.of("pages", 3));
        withNull.put("colour", null);
        Book absent = load(Map.of("id", 1, "paper", Map.of("pages", 3)));
        assertThat(absent.paper()).isEqualTo(new Paper(null, 3));
        assertThat(load(Map.of("id", 1, "paper", withNull))).isEqualTo(absent);
    }

    @Test
    void aValueThatWasTakenAwayStaysAway() {
        repo.insertOrThrow(BOOKS.change(new Book(1, "old", null)));
        Book read = repo.getOrThrow(BOOKS, 1);
        repo.updateOrThrow(BOOKS.change(read).put(BOOKS.state, null));
        assertThat(repo.getOrThrow(BOOKS, 1).state()).isNull();
    }
}
