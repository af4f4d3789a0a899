package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.query.Preload;
import dev.ectype.repo.Repo;
import dev.ectype.spi.ForwardingAdapter;
import dev.ectype.spi.NativePlan;
import dev.ectype.spi.RowCursor;
import dev.ectype.spi.ScanSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records that are read with those related to them, while others write. */
class JoinedSnapshotTest {
    private final InMemoryAdapter memory = InMemoryAdapter.create();
    private final Store store = new Store(new Blog(), memory);
    private final Blog blog = store.blog;
    private final Author ada = store.author("Ada");

    @Test
    void areOfTheMomentInWhichTheReadBegan() {
        store.post(ada, "Notes", 1);
        List<Author> found = Repo.over(new Disturbed())
                .all(from(blog.authors)
                        .allowScan()
                        .preload(Preload.of(blog.authors.posts).joined()));
        assertThat(found.get(0).posts().list()).extracting(Post::title).containsExactly("Notes");
        assertThat(store.repo.count(from(blog.posts).allowScan())).isEqualTo(2);
    }

    /** A store into which somebody writes as soon as a cursor is open. */
    private final class Disturbed extends ForwardingAdapter {
        Disturbed() {
            super(memory);
        }

        @Override
        public RowCursor scan(NativePlan plan, ScanSpec spec) {
            RowCursor cursor = super.scan(plan, spec);
            store.post(ada, "Late", 2);
            return cursor;
        }

        @Override
        public <T> Optional<T> as(Class<T> part) {
            return other().as(part);
        }
    }
}
