package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.query.Part;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Multi;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.write.Updates;
import dev.ectype.repo.write.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnotherSourceTest {
    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;
    private final Repo archive = store.repo.with(Options.none().source(blog.posts, "archived_posts"));
    private final Query<Post> posts = from(blog.posts).allowScan();

    private Changeset<Post> post(String title) {
        return blog.posts.change().put(blog.posts.title, title).uniqueConstraint(blog.posts.title);
    }

    private static List<String> titles(List<Post> posts) {
        return posts.stream().map(Post::title).sorted().toList();
    }

    @Test
    void everyWriteGoesToTheSourceOfTheCallAndNoneElsewhere() {
        Post kept = archive.insertOrThrow(post("A"));
        Post gone = archive.insertOrThrow(post("B"));
        archive.insertAll(List.of(post("C")));
        archive.upsertOrThrow(post("D"), Upsert.on(blog.posts.title).replaceAll());
        archive.updateOrThrow(blog.posts.change(kept).put(blog.posts.title, "A2"));
        archive.deleteOrThrow(blog.posts.change(gone));
        archive.updateAll(
                posts.where(blog.posts.title.eq("C")), Updates.of(blog.posts).set(blog.posts.title, "C2"));
        archive.deleteAll(posts.where(blog.posts.title.eq("D")));
        assertThat(titles(archive.all(posts))).containsExactly("A2", "C2");
        assertThat(store.repo.all(posts)).isEmpty();
    }

    @Test
    void everyReadIsOfTheSourceOfTheCall() {
        Post there = archive.insertOrThrow(post("A"));
        store.repo.insertOrThrow(post("elsewhere"));
        assertThat(archive.get(blog.posts, there.id())).isPresent();
        assertThat(store.repo.get(blog.posts, there.id())).isEmpty();
        assertThat(archive.getBy(blog.posts, Map.of("title", "A"))).isPresent();
        assertThat(archive.reload(blog.posts, there)).isPresent();
        assertThat(archive.count(posts)).isEqualTo(1);
        assertThat(archive.exists(posts.where(blog.posts.title.eq("elsewhere"))))
                .isFalse();
        assertThat(titles(archive.page(posts, 5).rows())).containsExactly("A");
        assertThat(titles(archive.stream(posts).toList())).containsExactly("A");
        assertThat(archive.all(posts.select(blog.posts.title))).containsExactly("A");
        assertThat(archive.explain(posts).toString()).contains("archived_posts");
    }

    @Test
    void aRuleOfTheStoreHoldsInEachSourceAloneAndIsAnErrorOfItsField() {
        archive.insertOrThrow(post("A"));
        assertThat(store.repo.insert(post("A")).isOk()).isTrue();
        Result<Post> taken = archive.insert(post("A"));
        assertThat(((Result.Invalid<Post>) taken).changeset().allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactly("title has already been taken");
    }

    @Test
    void aQueryNamesItsOwnSourceBeforeTheCallDoes() {
        archive.insertOrThrow(post("A"));
        Query<Post> named = posts.source("archived_posts");
        assertThat(titles(store.repo.all(named))).containsExactly("A");
        assertThat(store.repo.with(Options.none().source(blog.posts, "nowhere")).all(named))
                .hasSize(1);
        assertThat(named.toString()).startsWith("from archived_posts");
        assertThat(store.repo.all(named.exclude(Part.SOURCE))).isEmpty();
        assertThat(store.repo.all(named.prefix("tenant"))).isEmpty();
        assertThat(store.repo.deleteAll(named)).isEqualTo(1);
    }

    @Test
    void relatedRecordsStayInTheirSourceUnlessTheirsIsNamed() {
        Author ada = store.author("Ada");
        Changeset<Post> withComment = post("A")
                .put(blog.posts.authorId, ada.id())
                .cast(Map.of("comments", List.of(Map.of("text", "fine"))))
                .castAssoc(blog.posts.comments);
        Post written = archive.insertOrThrow(withComment);
        assertThat(store.repo.all(from(blog.comments).allowScan()))
                .extracting(Comment::postId)
                .containsExactly(written.id());
        Repo quiet = store.repo.with(
                Options.none().source(blog.posts, "archived_posts").source(blog.comments, "archived_comments"));
        quiet.insertOrThrow(
                blog.comments.change().put(blog.comments.text, "old").put(blog.comments.postId, written.id()));
        assertThat(quiet.all(posts.preload(blog.posts.comments))
                        .get(0)
                        .comments()
                        .list())
                .extracting(Comment::text)
                .containsExactly("old");
        assertThat(archive.all(posts.preload(blog.posts.comments))
                        .get(0)
                        .comments()
                        .list())
                .extracting(Comment::text)
                .containsExactly("fine");
        assertThat(store.repo
                        .preload(
                                List.of(ada),
                                Preload.of(blog.authors.posts, (Query<Post> all) -> all.source("archived_posts")))
                        .get(0)
                        .posts()
                        .list())
                .extracting(Post::title)
                .containsExactly("A");
    }

    @Test
    void transactionsMultisListenersAndDefaultsKnowTheSource() {
        List<CallEvent> events = new ArrayList<>();
        Repo heard = store.repo
                .withDefaults(Operation.INSERT, Options.none().source(blog.posts, "archived_posts"))
                .withListener(events::add);
        heard.insertOrThrow(post("A"));
        assertThat(events)
                .extracting(event -> event.source().orElseThrow().toString())
                .containsExactly("archived_posts");
        archive.transact(Multi.of().insert("post", post("B"))).orElseThrow();
        assertThat(titles(archive.all(posts))).containsExactly("A", "B");
    }
}
