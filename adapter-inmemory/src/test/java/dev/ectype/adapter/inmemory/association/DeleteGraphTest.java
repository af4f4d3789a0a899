package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.schema.OnDelete;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteGraphTest {

    private static Store storeOf(Declared declared, String kind) {
        return new Store(
                declared.blog(),
                kind.equals("transactions")
                        ? dev.ectype.adapter.inmemory.InMemoryAdapter.create()
                        : Storeless.together(20));
    }

    private static long count(Store store, dev.ectype.schema.Schema<?> schema) {
        return store.repo.count(from(schema).allowScan());
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactions", "together"})
    void deletesTheChildrenOfADeletedOwnerAndNothingBelowThem(String kind) {
        Store store = storeOf(
                new Declared()
                        .posts(o -> o.onDelete(OnDelete.DELETE_ALL))
                        .comments(o -> o.onDelete(OnDelete.DELETE_ALL)),
                kind);
        Author ada = store.author("Ada");
        store.comment(store.post(ada, "A", 1), "stays");
        store.post(ada, "B", 1);
        Post other = store.post(store.author("Bob"), "C", 1);
        store.repo.delete(store.blog.authors, ada).orElseThrow();
        assertThat(store.repo.all(from(store.blog.posts).allowScan()))
                .extracting(Post::id)
                .containsExactly(other.id());
        assertThat(count(store, store.blog.comments)).isEqualTo(1);
        assertThat(count(store, store.blog.authors)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactions", "together"})
    void takesTheReferenceFromTheChildrenOfADeletedOwner(String kind) {
        Store store = storeOf(new Declared().posts(o -> o.onDelete(OnDelete.NILIFY_ALL)), kind);
        Author ada = store.author("Ada");
        Post post = store.post(ada, "A", 1);
        store.repo.delete(store.blog.authors, ada).orElseThrow();
        assertThat(store.repo.getOrThrow(store.blog.posts, post.id()).authorId())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactions", "together"})
    void deletesTheRowsOfAJoinAndNotTheRelatedRecords(String kind) {
        Store store = storeOf(new Declared().tags(o -> o.onDelete(OnDelete.DELETE_ALL)), kind);
        Post post = store.post(null, "A", 1);
        store.tagged(post, store.tag("art"));
        store.repo.delete(store.blog.posts, post).orElseThrow();
        assertThat(count(store, store.blog.postTags)).isZero();
        assertThat(count(store, store.blog.tags)).isEqualTo(1);
    }

    @Test
    void leavesEverythingWhereNothingIsSaid() {
        Store store = new Store(new Blog());
        Author ada = store.author("Ada");
        store.post(ada, "A", 1);
        store.adapter.calls.clear();
        store.repo.delete(store.blog.authors, ada).orElseThrow();
        assertThat(store.adapter.calls).containsExactly("delete authors");
        assertThat(count(store, store.blog.posts)).isEqualTo(1);
    }

    @Test
    void deletesNothingWhenTheOwnerIsGoneAlready() {
        Store store = new Store(
                new Declared().posts(o -> o.onDelete(OnDelete.DELETE_ALL)).blog());
        Author ada = store.author("Ada");
        store.post(ada, "A", 1);
        store.repo.deleteAll(from(store.blog.authors).allowScan());
        assertThat(store.repo.delete(store.blog.authors, ada).isOk()).isFalse();
        assertThat(count(store, store.blog.posts)).isEqualTo(1);
    }
}
