package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.MappingException;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be read of related records is refused before anything is. */
class RefusedPreloadTest {
    private static final String NOT_HERE = "joined() reads related records with a query's own";

    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;
    private final Author ada = store.author("Ada");

    @BeforeEach
    void posts() {
        store.comment(store.post(ada, "Notes", 1), "fine");
        store.adapter.calls.clear();
    }

    private Query<Author> authors() {
        return from(blog.authors).orderBy(blog.authors.name.asc()).allowScan();
    }

    private void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(MappingException.class).hasMessageContaining(message);
        assertThat(store.adapter.calls).isEmpty();
    }

    @Test
    void aPageHasNoRecordsJoined() {
        Query<Author> query = authors().preload(Preload.of(blog.authors.posts).joined());
        assertRefused(() -> store.repo.page(query, 10), NOT_HERE);
        assertRefused(() -> store.repo.explainPage(query, 10), NOT_HERE);
    }

    @Test
    void recordsThatAreThereHaveNoneJoinedEither() {
        Preload<Author, Post> posts = Preload.of(blog.authors.posts).joined();
        assertRefused(() -> store.repo.preload(List.of(ada), posts), NOT_HERE);
        assertRefused(() -> store.repo.preload(List.<Author>of(), posts), NOT_HERE);
    }

    @Test
    @SuppressWarnings("unchecked") // a query of the authors' schema is one of authors
    void aQueryHookPreloadsNothing() {
        Repo hooked = store.repo.withQueryHook((operation, query, options) ->
                query.schema() == blog.authors ? ((Query<Author>) query).preload(blog.authors.posts) : query);
        assertRefused(() -> hooked.all(authors()), "not what is preloaded");
        assertRefused(() -> hooked.all(authors().select(blog.authors.name)), "not what is preloaded");
    }

    @Test
    void whatIsJoinedJoinsNoMore() {
        Preload<Author, Post> posts = Preload.of(
                blog.authors.posts,
                query -> query.preload(Preload.of(blog.posts.comments).joined()));
        assertRefused(() -> store.repo.all(authors().preload(posts.joined())), NOT_HERE);
        assertThat(store.repo.all(authors().preload(posts)).get(0).posts().list())
                .flatExtracting(post -> post.comments().list())
                .hasSize(1);
        assertThat(store.adapter.calls).hasSize(2);
    }

    @Test
    void recordsOfAnotherSchemaAreRefusedAlsoWhereNobodyIsFound() {
        Query<Author> nobody = authors().where(blog.authors.name.eq("nobody"));
        Query<Author> foreign = nobody.preload(new Blog().authors.posts);
        assertRefused(() -> store.repo.all(foreign), "an association of other records");
        assertRefused(() -> store.repo.page(foreign, 10), "an association of other records");
    }

    @Test
    void twoWishesForOneAssociationAreRefused() {
        Query<Author> twice = authors()
                .preload(blog.authors.posts, query -> query.where(blog.posts.rank.gt(1)))
                .preload(blog.authors.posts, query -> query.where(blog.posts.rank.gt(2)));
        assertRefused(() -> store.repo.all(twice), "preloaded twice");
    }
}
