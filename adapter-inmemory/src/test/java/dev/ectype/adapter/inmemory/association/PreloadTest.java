package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static dev.ectype.query.condition.Conditions.nativeCondition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.preload.Preloading;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PreloadTest {
    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;
    private final Author ada = store.author("Ada");
    private final Author bob = store.author("Bob");
    private final Author eve = store.author("Eve");
    private final Post notes = store.post(ada, "Notes", 2);
    private final Post letters = store.post(ada, "Letters", 1);
    private final Post rhymes = store.post(bob, "Rhymes", 3);
    private final Post orphan = store.post(null, "Orphan", 4);

    private Query<Author> authors() {
        return from(blog.authors).orderBy(blog.authors.name.asc()).allowScan();
    }

    private Query<Post> posts() {
        return from(blog.posts).orderBy(blog.posts.rank.asc()).allowScan();
    }

    private static List<String> titles(Author author) {
        return author.posts().list().stream().map(Post::title).toList();
    }

    private List<String> reads() {
        return store.adapter.calls;
    }

    private List<Author> read(Query<Author> query) {
        reads().clear();
        return store.repo.all(query);
    }

    @Test
    void readsTheRecordsOfManyOwnersInOneQuery() {
        List<Author> found = read(authors().preload(blog.authors.posts, q -> q.orderBy(blog.posts.rank.asc())));
        assertThat(found)
                .extracting(PreloadTest::titles)
                .containsExactly(List.of("Letters", "Notes"), List.of("Rhymes"), List.of());
        assertThat(reads()).hasSize(2);
    }

    @Test
    void readsAgainWhatStandsBetweenWhenForced() {
        Author before = store.repo.preload(List.of(ada), blog.authors.comments).get(0);
        store.comment(store.post(ada, "Late", 9), "new");
        assertThat(store.repo
                        .preload(List.of(before), blog.authors.comments)
                        .get(0)
                        .comments()
                        .list())
                .isEmpty();
        Preload<Author, Comment> again = Preload.of(blog.authors.comments).force();
        Author after = store.repo.preload(List.of(before), again).get(0);
        assertThat(after.comments().list()).extracting(Comment::text).containsExactly("new");
    }

    @Test
    void leavesEverythingElseOfTheOwnersAsItWas() {
        Author found = read(authors().preload(blog.authors.posts)).get(0);
        assertThat(found.id()).isEqualTo(ada.id());
        assertThat(found.insertedAt()).isEqualTo(ada.insertedAt());
        assertThat(found.profile().isLoaded()).isFalse();
    }

    @Test
    void readsTheRecordThatOwnersReferToOnceForAll() {
        reads().clear();
        List<Post> found = store.repo.all(posts().preload(blog.posts.author));
        assertThat(found)
                .extracting(post -> post.author().get().map(Author::name).orElse("nobody"))
                .containsExactly("Ada", "Ada", "Bob", "nobody");
        assertThat(found.get(0).author().get())
                .containsSame(found.get(1).author().orElseThrow());
        assertThat(reads()).hasSize(2);
    }

    @Test
    void asksNothingWhereNoOwnerHasAKey() {
        reads().clear();
        Post found = store.repo.preload(List.of(orphan), blog.posts.author).get(0);
        assertThat(found.author().get()).isEmpty();
        assertThat(reads()).isEmpty();
    }

    @Test
    void readsTheOneRecordThatRefersToEachOwner() {
        store.profile(ada, "first programmer");
        List<Author> found = read(authors().preload(blog.authors.profile));
        assertThat(found.get(0).profile().get().map(Profile::bio)).contains("first programmer");
        assertThat(found.get(1).profile().get()).isEmpty();
    }

    @Test
    void readsManyToManyInBothDirections() {
        Tag logic = store.tag("logic");
        Tag art = store.tag("art");
        store.tagged(notes, logic);
        store.tagged(notes, art);
        store.tagged(rhymes, art);
        List<Post> found = store.repo.all(posts().preload(blog.posts.tags, q -> q.orderBy(blog.tags.name.asc())));
        assertThat(found)
                .extracting(post -> post.tags().list().stream().map(Tag::name).toList())
                .containsExactly(List.of(), List.of("art", "logic"), List.of("art"), List.of());
        Tag read = store.repo
                .preload(List.of(art), Preload.of(blog.tags.posts, q -> q.orderBy(blog.posts.rank.desc())))
                .get(0);
        assertThat(read.posts().list()).extracting(Post::title).containsExactly("Rhymes", "Notes");
    }

    @Test
    void readsManyToManyThroughRowsOfKeysOnly() {
        Store bare = new Store(new Declared().bareJoin().blog());
        Post post = bare.post(null, "T", 1);
        assertThat(bare.repo
                        .preload(List.of(post), bare.blog.posts.tags)
                        .get(0)
                        .tags()
                        .list())
                .isEmpty();
    }

    @Test
    void readsThroughOthersEachRecordOnceAndTheOnesOnTheWay() {
        store.comment(notes, "one");
        store.comment(letters, "two");
        Author found = read(authors().preload(blog.authors.comments, q -> q.orderBy(blog.comments.text.asc())))
                .get(0);
        assertThat(found.comments().list()).extracting(Comment::text).containsExactlyInAnyOrder("one", "two");
        assertThat(found.posts().list()).allMatch(post -> post.comments().isLoaded());
        assertThat(reads()).hasSize(3);
    }

    @Test
    void readsThroughToOne() {
        Comment comment = store.comment(notes, "one");
        Comment found =
                store.repo.preload(List.of(comment), blog.comments.author).get(0);
        assertThat(found.author().get().map(Author::name)).contains("Ada");
        assertThat(found.post().orElseThrow().title()).isEqualTo("Notes");
    }

    @Test
    void readsLevelBelowLevelWithOneQueryEach() {
        store.comment(notes, "one");
        store.comment(rhymes, "two");
        List<Author> found = read(authors()
                .preload(blog.authors.posts, q -> q.preload(blog.posts.comments, c -> c.preload(blog.comments.post))));
        Post deep = found.get(1).posts().list().get(0);
        assertThat(deep.comments().list().get(0).post().orElseThrow().title()).isEqualTo("Rhymes");
        assertThat(reads()).hasSize(4);
    }

    @Test
    void narrowsByAQueryOfItsOwn() {
        List<Author> found = read(authors().preload(blog.authors.posts, q -> q.where(blog.posts.rank.ge(2))));
        assertThat(found)
                .extracting(PreloadTest::titles)
                .containsExactly(List.of("Notes"), List.of("Rhymes"), List.of());
    }

    @Test
    void limitsTheRecordsOfEachOwner() {
        Preload<Author, Post> first = Preload.of(
                        blog.authors.posts, (Query<Post> q) -> q.orderBy(blog.posts.rank.asc()))
                .limitPerOwner(1);
        List<Author> found = read(authors().preload(first));
        assertThat(found)
                .extracting(PreloadTest::titles)
                .containsExactly(List.of("Letters"), List.of("Rhymes"), List.of());
        assertThat(titles(store.repo.preload(List.of(ada), first).get(0))).containsExactly("Letters");
    }

    @Test
    void refusesALimitThatAllOwnersWouldShare() {
        assertThatThrownBy(() -> authors().preload(blog.authors.posts, q -> q.limit(1)))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("limitPerOwner", "Author.posts");
    }

    @Test
    void ordersAndNarrowsAsTheAssociationDeclares() {
        Store other = new Store(declaring());
        Author author = other.author("Ada");
        other.post(author, "C", 3);
        other.post(author, "A", 1);
        other.post(author, "B", 2);
        assertThat(titles(other.repo
                        .preload(List.of(author), other.blog.authors.posts)
                        .get(0)))
                .containsExactly("C", "B");
        Preload<Author, Post> upwards =
                Preload.of(other.blog.authors.posts, q -> q.orderBy(other.blog.posts.rank.asc()));
        assertThat(titles(other.repo.preload(List.of(author), upwards).get(0))).containsExactly("B", "C");
    }

    private static Blog declaring() {
        Blog[] late = new Blog[1];
        late[0] = new Declared()
                .posts(o ->
                        o.where(() -> late[0].posts.rank.gt(1)).preloadOrder(() -> List.of(late[0].posts.rank.desc())))
                .blog();
        return late[0];
    }

    @Test
    void narrowsTheRowsOfAJoin() {
        Blog[] late = new Blog[1];
        late[0] = new Declared()
                .join(j -> j.where(() -> late[0].postTags.active.eq(false)))
                .blog();
        Store other = new Store(late[0]);
        Post post = other.post(null, "T", 1);
        other.tagged(post, other.tag("logic"));
        assertThat(other.repo
                        .preload(List.of(post), other.blog.posts.tags)
                        .get(0)
                        .tags()
                        .list())
                .isEmpty();
    }

    @Test
    void doesNotReadAgainWhatIsThereUnlessForced() {
        Author loaded = store.repo.preload(List.of(ada), blog.authors.posts).get(0);
        store.post(ada, "More", 9);
        reads().clear();
        assertThat(titles(
                        store.repo.preload(List.of(loaded), blog.authors.posts).get(0)))
                .hasSize(2);
        assertThat(reads()).isEmpty();
        assertThat(titles(store.repo
                        .preload(List.of(loaded), Preload.of(blog.authors.posts).force())
                        .get(0)))
                .hasSize(3);
    }

    @Test
    void readsWhatIsBelowRecordsThatAreThere() {
        store.comment(notes, "one");
        Author loaded = store.repo.preload(List.of(ada), blog.authors.posts).get(0);
        reads().clear();
        Author found = store.repo
                .preload(List.of(loaded), Preload.of(blog.authors.posts, q -> q.preload(blog.posts.comments)))
                .get(0);
        assertThat(found.posts().list()).allMatch(post -> post.comments().isLoaded());
        assertThat(reads()).hasSize(1);
    }

    @Test
    void readsOnlyTheOwnersThatLackTheirRecords() {
        Author loaded = store.repo.preload(List.of(ada), blog.authors.posts).get(0);
        reads().clear();
        List<Author> found = store.repo.preload(List.of(loaded, bob), blog.authors.posts);
        assertThat(titles(found.get(0))).containsExactlyInAnyOrder("Notes", "Letters");
        assertThat(titles(found.get(1))).containsExactly("Rhymes");
        assertThat(reads()).hasSize(1);
    }

    @Test
    void sayingAnAssociationTwiceIsSayingItOnceUnlessTheTwoDiffer() {
        Query<Author> twice =
                authors().preload(blog.authors.posts).preload(blog.authors.posts, q -> q.where(blog.posts.rank.eq(1)));
        assertThat(titles(read(twice).get(0))).containsExactly("Letters");
        Query<Author> differing = twice.preload(blog.authors.posts, q -> q.where(blog.posts.rank.eq(2)));
        assertThatThrownBy(() -> store.repo.all(differing)).hasMessageContainingAll("twice", "Author.posts");
    }

    @Test
    void refusesAssociationsOfOtherRecords() {
        @SuppressWarnings("unchecked") // what the compiler would refuse
        Preload<Author, ?> foreign = (Preload<Author, ?>) (Preload<?, ?>) Preload.of(blog.posts.author);
        assertThatThrownBy(() -> store.repo.preload(List.of(ada), List.of(Preload.of(blog.authors.posts), foreign)))
                .hasMessageContaining("association of other records");
    }

    @Test
    void asksForNoMoreKeysAQueryThanAllowed() {
        List<Author> many = new ArrayList<>(List.of(ada, bob, eve));
        for (int i = 0; i < 9; i++) {
            Author next = store.author("Author " + i);
            store.post(next, "Title " + i, i);
            many.add(next);
        }
        reads().clear();
        List<Author> found =
                store.repo.withPreloading(Preloading.USUAL.withBatchSize(5)).preload(many, blog.authors.posts);
        assertThat(reads()).hasSize(3);
        assertThat(found.get(11).posts().list()).extracting(Post::title).containsExactly("Title 8");
    }

    @Test
    void keepsTheOrderOfManyToManyOverSeveralBatches() {
        for (int i = 0; i < 7; i++) {
            store.tagged(notes, store.tag("tag " + (6 - i)));
        }
        Preload<Post, Tag> ordered = Preload.of(blog.posts.tags, q -> q.orderBy(blog.tags.name.asc()));
        Post found = store.repo
                .withPreloading(Preloading.USUAL.withBatchSize(2))
                .preload(List.of(notes), ordered)
                .get(0);
        assertThat(found.tags().list()).extracting(Tag::name).isSorted().hasSize(7);
    }

    @Test
    void readsSeveralAssociationsAtOnceOnAnExecutor() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            store.adapter.threads.clear();
            Query<Author> both = authors()
                    .preload(blog.authors.posts, q -> q.preload(blog.posts.comments))
                    .preload(blog.authors.profile);
            List<Author> found =
                    store.repo.withPreloading(Preloading.USUAL.on(pool)).all(both);
            assertThat(found).isEqualTo(store.repo.all(both));
            assertThat(store.adapter.threads).hasSizeGreaterThan(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatGoesWrongOnAnExecutorIsRaisedAsItIs() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Repo parallel = store.repo.withPreloading(Preloading.USUAL.on(pool));
            Query<Author> foreign = authors()
                    .preload(blog.authors.posts)
                    .preload(blog.authors.profile, q -> q.where(nativeCondition("elsewhere", "x")));
            assertThatThrownBy(() -> parallel.all(foreign)).isInstanceOf(UnsupportedQueryException.class);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aHookOfQueriesChangesThoseOfPreloadsAtEveryLevel() {
        List<Operation> seen = new ArrayList<>();
        Author ada = store.author("Hooked");
        Post kept = store.post(ada, "A", 1);
        store.post(ada, "hidden", 2);
        store.comment(kept, "one");
        store.comment(kept, "hidden");
        store.tagged(kept, store.tag("art"));
        store.tagged(kept, store.tag("hidden"));
        var scoped = store.repo.withQueryHook((operation, query, options) -> {
            seen.add(operation);
            if (query.schema() == blog.posts) {
                return query.where(blog.posts.title.ne("hidden"));
            }
            if (query.schema() == blog.comments) {
                return query.where(blog.comments.text.ne("hidden"));
            }
            return query.schema() == blog.tags ? query.where(blog.tags.name.ne("hidden")) : query;
        });
        Author loaded = scoped.all(from(blog.authors)
                        .where(blog.authors.id.eq(ada.id()))
                        .preload(blog.authors.posts, posts -> posts.preload(blog.posts.comments, blog.posts.tags)))
                .get(0);
        Post only = loaded.posts().list().get(0);
        assertThat(loaded.posts().list()).hasSize(1);
        assertThat(only.comments().list()).extracting(Comment::text).containsExactly("one");
        assertThat(only.tags().list()).extracting(Tag::name).containsExactly("art");
        assertThat(seen.get(0)).isEqualTo(Operation.ALL);
        assertThat(seen.subList(1, seen.size())).hasSize(4).containsOnly(Operation.PRELOAD);
        assertThat(scoped.preload(List.of(ada), blog.authors.posts)
                        .get(0)
                        .posts()
                        .list())
                .hasSize(1);
    }
}
