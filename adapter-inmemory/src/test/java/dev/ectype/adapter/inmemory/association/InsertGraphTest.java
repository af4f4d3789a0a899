package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldError;
import dev.ectype.changeset.Related;
import dev.ectype.changeset.Result;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.query.Preload;
import dev.ectype.repo.write.Upsert;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InsertGraphTest {
    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;

    private <R> long count(dev.ectype.schema.Schema<R> schema) {
        return store.repo.count(from(schema).allowScan());
    }

    private Changeset<Author> ada(String... titles) {
        List<Map<String, String>> posts =
                Stream.of(titles).map(title -> Map.of("title", title)).toList();
        return blog.authors
                .change()
                .cast(Map.of("name", "Ada", "posts", posts), blog.authors.name)
                .castAssoc(blog.authors.posts);
    }

    @Test
    void writesAParentThenItsChildrenWithItsKeyInOneTransaction() {
        Author author = store.repo.insert(ada("A", "B")).orElseThrow();
        assertThat(author.posts().list()).extracting(Post::title).containsExactly("A", "B");
        assertThat(author.posts().list()).extracting(Post::authorId).containsOnly(author.id());
        assertThat(store.adapter.calls)
                .containsExactly("begin", "insert authors", "insert posts", "insert posts", "commit");
        assertThat(store.repo
                        .preload(List.of(store.repo.getOrThrow(blog.authors, author.id())), blog.authors.posts)
                        .get(0)
                        .posts()
                        .list())
                .hasSize(2);
    }

    @Test
    void relatesANewRecordToStoredOnesThatItHolds() {
        Tag tag = store.tag("java");
        Post bare = blog.posts.change().put(blog.posts.title, "A").applyChanges();
        Post holding = blog.posts.with(bare, blog.posts.tags, ToMany.of(List.of(tag)));
        Post post = store.repo.insertOrThrow(blog.posts.change(holding));
        Preload<Post, Tag> again = Preload.of(blog.posts.tags).force();
        assertThat(store.repo.preload(List.of(post), again).get(0).tags().list())
                .extracting(Tag::name)
                .containsExactly("java");
        assertThat(store.adapter.calls).containsSubsequence("begin", "insert posts", "insert post_tags", "commit");
    }

    @Test
    void writesWhatARecordRefersToFirstAndCopiesItsKey() {
        Changeset<Post> post = blog.posts
                .change()
                .cast(Map.of("title", "A", "author", Map.of("name", "Ada")), blog.posts.title)
                .castAssoc(blog.posts.author);
        Post saved = store.repo.insert(post).orElseThrow();
        assertThat(saved.author().orElseThrow().name()).isEqualTo("Ada");
        assertThat(saved.authorId()).isEqualTo(saved.author().orElseThrow().id());
        assertThat(store.adapter.calls).containsExactly("begin", "insert authors", "insert posts", "commit");
    }

    @Test
    void writesAnyDepth() {
        Changeset<Author> author = ada("A");
        Changeset<Author> deep = blog.authors
                .change()
                .cast(
                        Map.of(
                                "name",
                                "Ada",
                                "posts",
                                List.of(Map.of(
                                        "title",
                                        "A",
                                        "comments",
                                        List.of(Map.of("text", "one"), Map.of("text", "two"))))),
                        blog.authors.name)
                .castAssoc(
                        blog.authors.posts,
                        o -> o.with((post, params) ->
                                post.cast(params, blog.posts.title).castAssoc(blog.posts.comments)));
        assertThat(author.isValid()).isTrue();
        Author saved = store.repo.insert(deep).orElseThrow();
        assertThat(saved.posts().list().get(0).comments().list())
                .extracting(Comment::text)
                .containsExactly("one", "two");
        assertThat(count(blog.comments)).isEqualTo(2);
    }

    @Test
    void writesTheOneRecordThatRefersToAnother() {
        Author saved = store.repo
                .insert(blog.authors
                        .change()
                        .cast(Map.of("name", "Ada", "profile", Map.of("bio", "b")), blog.authors.name)
                        .castAssoc(blog.authors.profile))
                .orElseThrow();
        assertThat(saved.profile().orElseThrow().authorId()).isEqualTo(saved.id());
    }

    @Test
    void doesNotTouchAnExistingRecordThatIsPutAndNeedsNoTransaction() {
        Author ada = store.author("Ada");
        store.adapter.calls.clear();
        Post saved = store.repo
                .insert(blog.posts.change().put(blog.posts.title, "A").putAssoc(blog.posts.author, ada))
                .orElseThrow();
        assertThat(saved.authorId()).isEqualTo(ada.id());
        assertThat(saved.author().orElseThrow()).isEqualTo(ada);
        assertThat(store.adapter.calls).containsExactly("insert posts");
    }

    @Test
    void attachesExistingChildrenByTheirKeyAlone() {
        Post post = store.post(null, "A", 1);
        Author saved = store.repo
                .insert(blog.authors.change().put(blog.authors.name, "Ada").putAssoc(blog.authors.posts, List.of(post)))
                .orElseThrow();
        assertThat(store.repo.getOrThrow(blog.posts, post.id()).authorId()).isEqualTo(saved.id());
        assertThat(count(blog.posts)).isEqualTo(1);
    }

    @Test
    void insertsANewRecordOfANaturalKeyWhereItIsSaid() {
        Changeset<Post> post = blog.posts.change().put(blog.posts.title, "A");
        Tag logic = new Tag("logic", ToMany.notLoaded());
        store.repo
                .insert(post.putRelated(
                        blog.posts.tags,
                        List.of(Related.changeset(blog.tags.change(logic).withAction(Action.INSERT)))))
                .orElseThrow();
        assertThat(store.repo.get(blog.tags, "logic")).isPresent();
    }

    @Test
    void writesTheRowsOfManyToMany() {
        Tag art = store.tag("art");
        Post saved = store.repo
                .insert(blog.posts
                        .change()
                        .put(blog.posts.title, "A")
                        .putRelated(
                                blog.posts.tags, List.of(Related.record(art), Related.values(Map.of("name", "logic")))))
                .orElseThrow();
        assertThat(saved.tags().list()).extracting(Tag::name).containsExactly("art", "logic");
        List<PostTag> rows = store.repo.all(from(blog.postTags).allowScan());
        assertThat(rows).extracting(PostTag::tagName).containsExactlyInAnyOrder("art", "logic");
        assertThat(rows)
                .allMatch(row -> row.postId().equals(saved.id()) && row.id() != null && row.insertedAt() != null);
    }

    @Test
    void writesRowsOfKeysOnlyAndReadsThemBack() {
        Store bare = new Store(new Declared().bareJoin().blog());
        Tag art = bare.tag("art");
        Post saved = bare.repo
                .insert(bare.blog
                        .posts
                        .change()
                        .put(bare.blog.posts.title, "A")
                        .putAssoc(bare.blog.posts.tags, List.of(art)))
                .orElseThrow();
        Post read = bare.repo
                .preload(List.of(bare.repo.getOrThrow(bare.blog.posts, saved.id())), bare.blog.posts.tags)
                .get(0);
        assertThat(read.tags().list()).extracting(Tag::name).containsExactly("art");
        assertThat(bare.repo
                        .preload(List.of(art), bare.blog.tags.posts)
                        .get(0)
                        .posts()
                        .list())
                .extracting(Post::title)
                .containsExactly("A");
    }

    @Test
    void startsTheRowsOfAJoinFromItsDefaults() {
        Blog[] late = new Blog[1];
        late[0] = new Declared()
                .join(j -> j.defaults(row -> row.put(late[0].postTags.active, true)))
                .blog();
        Store other = new Store(late[0]);
        other.repo
                .insert(late[0].posts
                        .change()
                        .put(late[0].posts.title, "A")
                        .putAssoc(late[0].posts.tags, List.of(other.tag("art"))))
                .orElseThrow();
        assertThat(other.repo.all(from(late[0].postTags).allowScan()))
                .extracting(PostTag::active)
                .containsExactly(true);
    }

    @Test
    void theSameRecordTwiceIsAnErrorWhereUniqueIsDeclaredAndOtherwiseAViolatedConstraint() {
        Tag art = store.tag("art");
        Changeset<Post> twice =
                blog.posts.change().put(blog.posts.title, "A").putAssoc(blog.posts.tags, List.of(art, art));
        assertThat(twice.isValid()).isTrue();
        assertThatThrownBy(() -> store.repo.insert(twice)).isInstanceOf(ConstraintException.class);
        assertThat(count(blog.posts)).isZero();
        Store unique = new Store(new Declared().tags(o -> o.unique()).blog());
        Tag same = unique.tag("art");
        Changeset<Post> refused = unique.blog
                .posts
                .change()
                .put(unique.blog.posts.title, "A")
                .putAssoc(unique.blog.posts.tags, List.of(same, same));
        assertThat(refused.allErrors())
                .extracting(e -> e.path() + " " + e.message())
                .containsExactly("tags[1].name has already been taken");
    }

    @Test
    void keepsARowOfAJoinThatIsThereAlready() {
        Store other = new Store(new Declared().join(j -> j.keepExisting()).blog());
        Tag art = other.tag("art");
        Changeset<Post> twice = other.blog
                .posts
                .change()
                .put(other.blog.posts.title, "A")
                .putAssoc(other.blog.posts.tags, List.of(art, art));
        other.repo.insert(twice).orElseThrow();
        assertThat(other.repo.count(from(other.blog.postTags).allowScan())).isEqualTo(1);
    }

    @Test
    void writesTheRelatedRecordsThatANewRecordHolds() {
        Post post = new Post(
                null,
                "A",
                1,
                null,
                ToOne.of(
                        new Author(null, "Ada", ToOne.notLoaded(), ToMany.notLoaded(), ToMany.notLoaded(), null, null)),
                ToMany.of(new Comment(null, "one", null, ToOne.notLoaded(), ToOne.notLoaded())),
                ToMany.notLoaded());
        Post saved = store.repo.insert(blog.posts, post).orElseThrow();
        assertThat(saved.author().orElseThrow().id()).isEqualTo(saved.authorId());
        assertThat(saved.comments().list().get(0).postId()).isEqualTo(saved.id());
    }

    @Test
    void errorsOfAChildComeBackInItsParentAndNothingIsWritten() {
        store.post(null, "taken", 1);
        Result<Author> result = store.repo.insert(ada("fine", "taken", "never tried"));
        Changeset<Author> failed = result.failure().orElseThrow();
        assertThat(failed.isValid()).isFalse();
        assertThat(failed.allErrors())
                .extracting(e -> e.path() + " " + e.message())
                .containsExactly("posts[1].title has already been taken");
        assertThat(failed.children(blog.authors.posts)).hasSize(3);
        assertThat(failed.data()).isEmpty();
        assertThat(count(blog.authors)).isZero();
        assertThat(count(blog.posts)).isEqualTo(1);
        assertThat(store.adapter.calls).contains("rollback").doesNotContain("commit");
    }

    @Test
    void errorsOfAParentComeBackInItsChild() {
        store.author("Ada");
        Changeset<Post> post = blog.posts
                .change()
                .cast(Map.of("title", "A", "author", Map.of("name", "Ada")), blog.posts.title)
                .castAssoc(blog.posts.author);
        Changeset<Post> failed = store.repo.insert(post).failure().orElseThrow();
        assertThat(failed.allErrors())
                .extracting(e -> e.path() + " " + e.message())
                .containsExactly("author.name has already been taken");
        assertThat(count(blog.posts)).isZero();
    }

    @Test
    void errorsOfTheRecordItselfLeaveItsParentUnwrittenAndTheChangesetFitToTryAgain() {
        store.post(null, "A", 1);
        Changeset<Post> post = blog.posts
                .change()
                .cast(Map.of("title", "A", "author", Map.of("name", "Ada")), blog.posts.title)
                .castAssoc(blog.posts.author)
                .uniqueConstraint(blog.posts.title);
        Changeset<Post> failed = store.repo.insert(post).failure().orElseThrow();
        assertThat(failed.errors()).extracting(FieldError::message).containsExactly("has already been taken");
        assertThat(failed.hasChange(blog.posts.authorId)).isFalse();
        assertThat(count(blog.authors)).isZero();
    }

    @Test
    void invalidChildrenNeverReachTheStore() {
        Result<Author> result = store.repo.insert(ada(""));
        assertThat(result.failure().orElseThrow().allErrors())
                .extracting(e -> e.path().toString())
                .containsExactly("posts[0].title");
        assertThat(store.adapter.calls).isEmpty();
    }

    @Test
    void refusesAForeignKeyBesideItsAssociation() {
        Author ada = store.author("Ada");
        Author bob = store.author("Bob");
        Changeset<Post> both = blog.posts
                .change()
                .put(blog.posts.title, "A")
                .put(blog.posts.authorId, bob.id())
                .putAssoc(blog.posts.author, ada);
        assertThatThrownBy(() -> store.repo.insert(both))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("not both", "Post.author", "Post.authorId");
    }

    @Test
    void startsCastChildrenFromTheDefaultsOfTheAssociation() {
        Blog[] late = new Blog[1];
        late[0] = new Declared()
                .posts(o -> o.defaults((post, author) -> post.put(late[0].posts.rank, 7)))
                .blog();
        Store other = new Store(late[0]);
        Author saved = other.repo
                .insert(late[0].authors
                        .change()
                        .cast(Map.of("name", "Ada", "posts", List.of(Map.of("title", "A"))), late[0].authors.name)
                        .castAssoc(late[0].authors.posts))
                .orElseThrow();
        assertThat(saved.posts().list().get(0).rank()).isEqualTo(7);
    }

    @Test
    void manyRowsAndUpsertsRefuseRelatedRecords() {
        assertThatThrownBy(() -> store.repo.insertAll(List.of(ada("A")))).hasMessageContaining("Author.posts");
        assertThatThrownBy(() ->
                        store.repo.upsert(ada("A"), Upsert.on(blog.authors.name).nothing()))
                .hasMessageContaining("Author.posts");
        Post holding = new Post(
                null,
                "A",
                1,
                null,
                ToOne.notLoaded(),
                ToMany.of(new Comment(null, "one", null, ToOne.notLoaded(), ToOne.notLoaded())),
                ToMany.notLoaded());
        assertThatThrownBy(() -> store.repo.insertAll(blog.posts, List.of(holding)))
                .hasMessageContaining("Post.comments");
    }

    @Test
    void applyingWithoutAStoreSetsTheForeignKeyToo() {
        Author ada = store.author("Ada");
        Changeset<Post> post = blog.posts.change().put(blog.posts.title, "A").putAssoc(blog.posts.author, ada);
        Post applied = post.applyChanges();
        assertThat(applied.authorId()).isEqualTo(ada.id());
        assertThat(applied.author().orElseThrow()).isEqualTo(ada);
        assertThat(blog.posts
                        .change(applied)
                        .putRelated(blog.posts.author, null)
                        .isValid())
                .isFalse();
    }
}
