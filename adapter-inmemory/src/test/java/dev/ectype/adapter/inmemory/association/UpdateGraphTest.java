package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Related;
import dev.ectype.changeset.Result;
import dev.ectype.error.NotLoadedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateGraphTest {
    private Store store = new Store(new Blog());
    private Blog blog = store.blog;

    private void declared(Declared declared) {
        store = new Store(declared.blog());
        blog = store.blog;
    }

    private Author withPosts(String... titles) {
        Author author = store.author("Ada");
        for (String title : titles) {
            store.post(author, title, 1);
        }
        Author loaded = store.repo.preload(List.of(author), blog.authors.posts).get(0);
        store.adapter.calls.clear();
        return loaded;
    }

    private static Post named(Author author, String title) {
        return author.posts().list().stream()
                .filter(post -> post.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Changeset<Author> cast(Author author, List<?> posts) {
        return blog.authors.change(author).cast(Map.of("posts", posts)).castAssoc(blog.authors.posts);
    }

    @Test
    void anUpdateOfNothingTakesNoStepsBeforeIt() {
        Author author = withPosts("A");
        Changeset<Author> idle = blog.authors.change(author).prepare(owner -> owner.put(blog.authors.name, "Eve"));
        assertThat(store.repo.update(idle)).isEqualTo(new Result.Ok<>(author));
        assertThat(store.adapter.calls).isEmpty();
        Changeset<Author> busy = idle.cast(Map.of(
                        "posts", List.of(Map.of("id", named(author, "A").id(), "title", "B"))))
                .castAssoc(blog.authors.posts);
        assertThat(store.repo.update(busy).orElseThrow().name()).isEqualTo("Eve");
    }

    private List<String> stored(Author author) {
        return store
                .repo
                .all(from(blog.posts).where(blog.posts.authorId.eq(author.id())).orderBy(blog.posts.title.asc()))
                .stream()
                .map(Post::title)
                .toList();
    }

    @Test
    void updatesTheChildrenThatMatchAddsTheNewAndTouchesNothingElse() {
        Author author = withPosts("A", "B");
        Changeset<Author> changed = cast(
                author,
                List.of(
                        Map.of("id", named(author, "A").id().toString(), "title", "A2"),
                        Map.of("id", named(author, "B").id().toString()),
                        Map.of("title", "C")));
        Author saved = store.repo.update(changed).orElseThrow();
        assertThat(saved.posts().list()).extracting(Post::title).containsExactly("A2", "B", "C");
        assertThat(stored(author)).containsExactly("A2", "B", "C");
        assertThat(store.adapter.calls).startsWith("begin", "update authors", "update posts", "insert posts", "commit");
    }

    @Test
    void castingBumpsTheTimeOfTheParentAndPuttingDoesNot() {
        Author author = withPosts("A");
        Instant later = Instant.parse("2040-01-01T00:00:00Z");
        var then = store.repo.withClock(Clock.fixed(later, ZoneOffset.UTC));
        Related<Post> renamed = Related.values(Map.of("id", named(author, "A").id(), "title", "A2"));
        Author put = then.update(blog.authors.change(author).putRelated(blog.authors.posts, List.of(renamed)))
                .orElseThrow();
        assertThat(put.updatedAt()).isEqualTo(author.updatedAt());
        Author cast = then.update(cast(
                        put, List.of(Map.of("id", named(put, "A2").id().toString(), "title", "A3"))))
                .orElseThrow();
        assertThat(cast.updatedAt()).isEqualTo(later);
        Author quiet = store.repo
                .update(blog.authors
                        .change(cast)
                        .cast(Map.of(
                                "posts",
                                List.of(Map.of("id", named(cast, "A3").id().toString(), "title", "A4"))))
                        .castAssoc(blog.authors.posts, o -> o.forceUpdateOnChange(false)))
                .orElseThrow();
        assertThat(quiet.updatedAt()).isEqualTo(later);
    }

    @Test
    void whatChangesNothingCallsNothing() {
        Author author = withPosts("A");
        Changeset<Author> same =
                cast(author, List.of(Map.of("id", named(author, "A").id().toString(), "title", "A")));
        assertThat(same.hasChange(blog.authors.posts)).isFalse();
        store.repo.update(same).orElseThrow();
        assertThat(store.adapter.calls).isEmpty();
    }

    @Test
    void aRecordReadWithoutItsChildrenCannotHaveThemCast() {
        Author author = store.author("Ada");
        assertThatThrownBy(() -> cast(author, List.of()))
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("Author.posts");
        assertThat(blog.authors
                        .change(author)
                        .cast(Map.of())
                        .castAssoc(blog.authors.posts)
                        .isValid())
                .isTrue();
        Changeset<Author> required =
                blog.authors.change(author).cast(Map.of()).castAssoc(blog.authors.posts, o -> o.required());
        assertThat(required.allErrors())
                .extracting(e -> e.path() + " " + e.message())
                .containsExactly("posts can't be blank");
    }

    @Test
    void sortsAndDropsByParams() {
        Author author = withPosts();
        Map<String, ?> params = Map.of(
                "posts",
                Map.of("x", Map.of("title", "X"), "y", Map.of("title", "Y"), "z", Map.of("title", "Z")),
                "order",
                List.of("z", "x"),
                "gone",
                List.of("y"));
        Author saved = store.repo
                .update(blog.authors
                        .change(author)
                        .cast(params)
                        .castAssoc(blog.authors.posts, o -> o.sortParam("order").dropParam("gone")))
                .orElseThrow();
        assertThat(saved.posts().list()).extracting(Post::title).containsExactly("Z", "X");
    }

    @Test
    void replacingIsInvalidUnlessDeclaredOtherwise() {
        Author author = withPosts("A", "B");
        Changeset<Author> changed =
                cast(author, List.of(Map.of("id", named(author, "A").id().toString())));
        assertThat(changed.allErrors())
                .extracting(e -> e.path() + " " + e.message())
                .containsExactly("posts is invalid");
    }

    @Test
    void replacingRaisesWhereDeclared() {
        declared(new Declared().posts(o -> o.onReplace(OnReplace.RAISE)));
        Author author = withPosts("A");
        assertThatThrownBy(() -> cast(author, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onReplace");
    }

    @Test
    void replacedChildrenAreDeletedBeforeOthersAreAdded() {
        declared(new Declared().posts(o -> o.onReplace(OnReplace.DELETE)));
        Author author = withPosts("A", "B");
        Author saved = store.repo
                .update(cast(
                        author,
                        List.of(
                                Map.of("title", "B"),
                                Map.of("id", named(author, "A").id().toString()))))
                .orElseThrow();
        assertThat(saved.posts().list()).extracting(Post::title).containsExactly("B", "A");
        assertThat(stored(author)).containsExactly("A", "B");
        assertThat(store.adapter.calls.subList(0, 5))
                .containsExactly("begin", "update authors", "delete posts", "insert posts", "commit");
    }

    @Test
    void replacedChildrenLoseTheirReference() {
        declared(new Declared().posts(o -> o.onReplace(OnReplace.NILIFY)));
        Author author = withPosts("A", "B");
        store.repo
                .update(blog.authors.change(author).putAssoc(blog.authors.posts, List.of(named(author, "A"))))
                .orElseThrow();
        assertThat(stored(author)).containsExactly("A");
        assertThat(store.repo.getOrThrow(blog.posts, named(author, "B").id()).authorId())
                .isNull();
    }

    @Test
    void aReplacedChildThatIsGoneIsStaleUnlessItNeedNotExist() {
        declared(new Declared().posts(o -> o.onReplace(OnReplace.DELETE)));
        Author author = withPosts("A");
        store.repo.delete(blog.posts, named(author, "A")).orElseThrow();
        Result<Author> stale = store.repo.update(cast(author, List.of(Map.of("title", "C"))));
        assertThat(stale).isInstanceOf(Result.Stale.class);
        assertThat(stored(author)).isEmpty();
        declared(new Declared().posts(o -> o.onReplace(OnReplace.DELETE_IF_EXISTS)));
        Author other = withPosts("A");
        store.repo.delete(blog.posts, named(other, "A")).orElseThrow();
        store.repo.update(cast(other, List.of(Map.of("title", "C")))).orElseThrow();
        assertThat(stored(other)).containsExactly("C");
    }

    @Test
    void paramsReachNoRecordThatIsNotRelated() {
        Author author = withPosts("A");
        Post foreign = store.post(null, "Foreign", 1);
        Changeset<Author> changed = cast(
                author,
                List.of(
                        Map.of("id", named(author, "A").id().toString()),
                        Map.of("id", foreign.id().toString(), "title", "Mine")));
        assertThat(changed.children(blog.authors.posts).get(1).action()).contains(Action.INSERT);
    }

    @Test
    void aChildMayBeDeletedOrIgnoredByItsOwnChangeset() {
        Author author = withPosts("A", "B");
        Changeset<Author> changed = blog.authors
                .change(author)
                .cast(Map.of(
                        "posts",
                        List.of(
                                Map.of("id", named(author, "A").id().toString(), "delete", "yes"),
                                Map.of("id", named(author, "B").id().toString()),
                                Map.of("title", "spam"))))
                .castAssoc(
                        blog.authors.posts,
                        o -> o.with((post, params) -> params.containsKey("delete")
                                ? post.withAction(Action.DELETE)
                                : "spam".equals(params.get("title"))
                                        ? post.withAction(Action.IGNORE)
                                        : post.cast(params, blog.posts.title)));
        Author saved = store.repo.update(changed).orElseThrow();
        assertThat(saved.posts().list()).extracting(Post::title).containsExactly("B");
        assertThat(stored(author)).containsExactly("B");
    }

    private Author withProfile(OnReplace mode) {
        declared(new Declared().profile(o -> o.onReplace(mode)));
        Author author = store.author("Ada");
        store.profile(author, "old");
        Author loaded =
                store.repo.preload(List.of(author), blog.authors.profile).get(0);
        store.adapter.calls.clear();
        return loaded;
    }

    private Changeset<Author> castProfile(Author author, Object profile) {
        return blog.authors.change(author).cast(Map.of("profile", profile)).castAssoc(blog.authors.profile);
    }

    private List<String> bios() {
        return store
                .repo
                .all(from(blog.profiles).orderBy(blog.profiles.bio.asc()).allowScan())
                .stream()
                .map(p -> p.bio() + (p.authorId() == null ? " alone" : ""))
                .toList();
    }

    @Test
    void theOneChildIsDeletedForAnother() {
        Author author = withProfile(OnReplace.DELETE);
        Author saved =
                store.repo.update(castProfile(author, Map.of("bio", "new"))).orElseThrow();
        assertThat(saved.profile().orElseThrow().bio()).isEqualTo("new");
        assertThat(bios()).containsExactly("new");
    }

    @Test
    void theOneChildLosesItsReferenceForAnother() {
        Author author = withProfile(OnReplace.NILIFY);
        store.repo.update(castProfile(author, Map.of("bio", "new"))).orElseThrow();
        assertThat(bios()).containsExactly("new", "old alone");
    }

    @Test
    void theOneChildIsUpdatedInPlace() {
        Author author = withProfile(OnReplace.UPDATE);
        Author saved =
                store.repo.update(castProfile(author, Map.of("bio", "new"))).orElseThrow();
        assertThat(saved.profile().orElseThrow().id())
                .isEqualTo(author.profile().orElseThrow().id());
        assertThat(bios()).containsExactly("new");
        store.repo
                .update(blog.authors.change(saved).putRelated(blog.authors.profile, null))
                .orElseThrow();
        assertThat(bios()).containsExactly("new alone");
    }

    @Test
    void theOneChildIsTakenAwayByNull() {
        Author author = withProfile(OnReplace.DELETE);
        Author saved = store.repo
                .update(blog.authors.change(author).putRelated(blog.authors.profile, null))
                .orElseThrow();
        assertThat(saved.profile().get()).isEmpty();
        assertThat(bios()).isEmpty();
    }

    private Post withAuthor(OnReplace mode) {
        declared(new Declared().author(o -> o.onReplace(mode)));
        Post post = store.post(store.author("Ada"), "A", 1);
        Post loaded = store.repo.preload(List.of(post), blog.posts.author).get(0);
        store.adapter.calls.clear();
        return loaded;
    }

    private List<String> authors() {
        return store
                .repo
                .all(from(blog.authors).orderBy(blog.authors.name.asc()).allowScan())
                .stream()
                .map(Author::name)
                .toList();
    }

    @Test
    void aParentIsReplacedByItsMode() {
        Post kept = withAuthor(OnReplace.NILIFY);
        Post saved = store.repo
                .update(blog.posts
                        .change(kept)
                        .cast(Map.of("author", Map.of("name", "Bob")))
                        .castAssoc(blog.posts.author))
                .orElseThrow();
        assertThat(saved.author().orElseThrow().name()).isEqualTo("Bob");
        assertThat(saved.authorId()).isEqualTo(saved.author().orElseThrow().id());
        assertThat(authors()).containsExactly("Ada", "Bob");
        Post gone = withAuthor(OnReplace.DELETE);
        Post alone = store.repo
                .update(blog.posts.change(gone).putRelated(blog.posts.author, null))
                .orElseThrow();
        assertThat(alone.authorId()).isNull();
        assertThat(authors()).isEmpty();
    }

    @Test
    void aParentIsUpdatedInPlace() {
        Post post = withAuthor(OnReplace.UPDATE);
        Post saved = store.repo
                .update(blog.posts
                        .change(post)
                        .cast(Map.of("author", Map.of("name", "Adele")))
                        .castAssoc(blog.posts.author))
                .orElseThrow();
        assertThat(saved.authorId()).isEqualTo(post.authorId());
        assertThat(authors()).containsExactly("Adele");
    }

    @Test
    void anotherForeignKeyForgetsTheParentThatWasRead() {
        Post post = withAuthor(OnReplace.NILIFY);
        Author bob = store.author("Bob");
        Post saved = store.repo
                .update(blog.posts.change(post).put(blog.posts.authorId, bob.id()))
                .orElseThrow();
        assertThat(saved.author().isLoaded()).isFalse();
        Post renamed = store.repo
                .update(blog.posts.change(post).put(blog.posts.title, "B"))
                .orElseThrow();
        assertThat(renamed.author().isLoaded()).isTrue();
    }

    @Test
    void manyToManyAddsAndRemovesRowsOfTheJoinAndNoRecords() {
        declared(new Declared().tags(o -> o.onReplace(OnReplace.DELETE)));
        Post post = store.post(null, "A", 1);
        Tag art = store.tag("art");
        Tag logic = store.tag("logic");
        store.tagged(post, art);
        Post loaded = store.repo.preload(List.of(post), blog.posts.tags).get(0);
        Post saved = store.repo
                .update(blog.posts.change(loaded).putAssoc(blog.posts.tags, List.of(logic)))
                .orElseThrow();
        assertThat(saved.tags().list()).extracting(Tag::name).containsExactly("logic");
        assertThat(store.repo.all(from(blog.postTags).allowScan()))
                .extracting(PostTag::tagName)
                .containsExactly("logic");
        assertThat(store.repo.count(from(blog.tags).allowScan())).isEqualTo(2);
        store.adapter.calls.clear();
        store.repo
                .update(blog.posts.change(saved).putAssoc(blog.posts.tags, List.of(logic)))
                .orElseThrow();
        assertThat(store.adapter.calls).isEmpty();
    }
}
