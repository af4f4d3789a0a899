package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.preload.Preloading;
import dev.ectype.query.Query;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Preloads on virtual threads, which newer JVMs have. */
@EnabledForJreRange(minVersion = 21)
class VirtualThreadsTest {
    private static final int OWNERS = 50;

    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;

    /** Compiled for a JVM that has none. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    @Test
    void readTheSameRecords() throws ReflectiveOperationException {
        for (int i = 0; i < OWNERS; i++) {
            Author author = store.author("author " + i);
            store.profile(author, "bio");
            store.comment(store.post(author, "post " + i, i), "fine");
        }
        Query<Author> query = from(blog.authors)
                .orderBy(blog.authors.name.asc())
                .allowScan()
                .preload(blog.authors.posts, posts -> posts.preload(blog.posts.comments))
                .preload(blog.authors.profile);
        List<Author> expected = store.repo.all(query);
        ExecutorService threads = virtualThreads();
        try {
            store.adapter.threads.clear();
            assertThat(store.repo.withPreloading(Preloading.USUAL.on(threads)).all(query))
                    .isEqualTo(expected)
                    .hasSize(OWNERS);
            assertThat(store.adapter.threads)
                    .extracting(thread -> thread.getClass().getSimpleName())
                    .contains("VirtualThread");
        } finally {
            threads.shutdownNow();
        }
    }
}
