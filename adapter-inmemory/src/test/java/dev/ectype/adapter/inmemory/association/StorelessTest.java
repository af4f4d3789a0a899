package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorelessTest {
    private final Blog blog =
            new Declared().posts(o -> o.onReplace(OnReplace.DELETE_IF_EXISTS)).blog();
    private final Storeless plain = Storeless.oneByOne();
    private final Storeless batching = Storeless.together(4);

    private Changeset<Author> ada(String... titles) {
        List<Map<String, String>> posts =
                List.of(titles).stream().map(title -> Map.of("title", title)).toList();
        return blog.authors
                .change()
                .cast(Map.of("name", "Ada", "posts", posts), blog.authors.name)
                .castAssoc(blog.authors.posts);
    }

    private static long count(Repo repo, Schema<?> schema) {
        return repo.count(from(schema).allowScan());
    }

    @Test
    void refusesWhatBelongsTogetherBeforeTheFirstWrite() {
        assertThatThrownBy(() -> Repo.over(plain).insert(ada("A")))
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED))
                .hasMessageContainingAll("does not write together", "repo.withoutTransaction()", "plain");
        assertThat(plain.calls).isEmpty();
    }

    @Test
    void writesOneByOneWhereTheCallerAllowsItAndLeavesWhatWentWell() {
        Repo repo = Repo.over(plain).withoutTransaction();
        assertThat(repo.insert(ada("A", "B")).orElseThrow().posts().list()).hasSize(2);
        Result<Author> failed = repo.insert(blog.authors
                .change()
                .cast(Map.of("name", "Bob", "posts", List.of(Map.of("title", "A"))), blog.authors.name)
                .castAssoc(blog.authors.posts));
        assertThat(failed.isOk()).isFalse();
        assertThat(count(repo, blog.authors)).isEqualTo(2);
    }

    @Test
    void aSingleWriteNeedsNothing() {
        Repo repo = Repo.over(plain);
        assertThat(repo.insert(ada()).orElseThrow().name()).isEqualTo("Ada");
        Author ada = repo.all(from(blog.authors).allowScan()).get(0);
        Post post = repo.insert(blog.posts.change().put(blog.posts.title, "A").putAssoc(blog.posts.author, ada))
                .orElseThrow();
        assertThat(post.authorId()).isEqualTo(ada.id());
    }

    @Test
    void writesTogetherWhatIsKnownBeforehand() {
        Author saved = Repo.over(batching).insert(ada("A", "B")).orElseThrow();
        assertThat(batching.calls).containsExactly("together 3");
        Author read = Repo.over(batching)
                .preload(List.of(Repo.over(batching).getOrThrow(blog.authors, saved.id())), blog.authors.posts)
                .get(0);
        assertThat(read.posts().list())
                .containsExactlyInAnyOrderElementsOf(saved.posts().list());
    }

    @Test
    void theOneAtFaultComesBackInItsPlaceAndNothingIsWritten() {
        Repo repo = Repo.over(batching);
        repo.insert(blog.posts.change().put(blog.posts.title, "taken")).orElseThrow();
        Changeset<Author> failed = repo.insert(ada("A", "taken")).failure().orElseThrow();
        assertThat(failed.allErrors())
                .extracting(e -> e.path() + " " + e.message())
                .containsExactly("posts[1].title has already been taken");
        assertThat(count(repo, blog.authors)).isZero();
        assertThat(count(repo, blog.posts)).isEqualTo(1);
    }

    @Test
    void doesWithoutTheDeletionOfWhatNeedNotExist() {
        Repo repo = Repo.over(batching);
        Author saved = repo.insert(ada("A")).orElseThrow();
        repo.delete(blog.posts, saved.posts().list().get(0)).orElseThrow();
        Changeset<Author> changed = blog.authors
                .change(saved)
                .cast(Map.of("posts", List.of(Map.of("title", "B"))))
                .castAssoc(blog.authors.posts);
        Author updated = repo.update(changed).orElseThrow();
        assertThat(repo.all(from(blog.posts).allowScan()))
                .extracting(Post::id)
                .containsExactly(updated.posts().list().get(0).id());
    }

    @Test
    void refusesMoreWritesThanTheStoreTakes() {
        assertThatThrownBy(() -> Repo.over(batching).insert(ada("A", "B", "C", "D")))
                .hasMessageContainingAll("writes: 5", "most: 4");
        assertThat(batching.calls).isEmpty();
    }
}
