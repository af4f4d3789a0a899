package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Note.Notes.NOTES;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.page.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts with half of a surrogate pair, which Java has and UTF-8 has not. */
class HalfPairsTest {
    private static final List<Note> SORTED = List.of(
            new Note("a", "plain"),
            new Note("a\ud83d", "high"),
            new Note("\ud83db", "high first"),
            new Note("\udc00", "low"));

    private final InMemoryAdapter store = InMemoryAdapter.create();
    private final Repo repo = Repo.over(store);

    @BeforeEach
    void some() {
        repo.insertAll(NOTES, SORTED).recordsOrThrow();
    }

    private static Query<Note> all() {
        return from(NOTES).allowScan();
    }

    @Test
    void comeBackFromAFile(@TempDir Path folder) {
        store.save(folder.resolve("notes"));
        assertThat(Repo.over(InMemoryAdapter.load(folder.resolve("notes"))).all(all()))
                .containsExactlyInAnyOrderElementsOf(SORTED);
    }

    @Test
    void areKeysThatPagesGoOnFrom() {
        Page<Note> first = repo.page(all(), 2);
        Page<Note> second = repo.page(all(), 2, first.next().orElseThrow());
        assertThat(first.rows()).isEqualTo(SORTED.subList(0, 2));
        assertThat(second.rows()).isEqualTo(SORTED.subList(2, 4));
        assertThat(repo.page(all(), 2, second.previous().orElseThrow()).rows()).isEqualTo(first.rows());
    }
}
