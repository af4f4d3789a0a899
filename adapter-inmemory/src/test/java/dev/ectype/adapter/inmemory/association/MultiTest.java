package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Multi;
import dev.ectype.repo.MultiResult;
import dev.ectype.repo.Repo;
import dev.ectype.repo.Seen;
import dev.ectype.repo.Transacted;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.write.BulkInsert;
import dev.ectype.repo.write.BulkResult;
import dev.ectype.repo.write.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiTest {
    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;
    private final Repo repo = store.repo;

    private Changeset<Author> author(String name) {
        return blog.authors.changeset(Map.of("name", name));
    }

    private Changeset<Post> post(String title) {
        return blog.posts
                .change()
                .put(blog.posts.title, title)
                .put(blog.posts.rank, 1)
                .uniqueConstraint(blog.posts.title);
    }

    private static MultiResult.Failed failed(MultiResult result) {
        assertThat(result).isInstanceOf(MultiResult.Failed.class);
        return (MultiResult.Failed) result;
    }

    @Test
    void whatAStepCameToIsAskedForByItsClass() {
        Seen results = repo.transact(Multi.of()
                        .insert("author", author("Ada"))
                        .all("authors", seen -> from(blog.authors).allowScan()))
                .orElseThrow();
        assertThat(results.list("authors", Author.class)).hasSize(1);
        assertThatThrownBy(() -> results.list("authors", Post.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("something else", "authors", "Author");
    }

    @Test
    void theErrorOfManyRowsShowsNoneOfThem() {
        MultiResult result = repo.transact(Multi.of()
                .insertAll("posts", seen -> BulkInsert.of(List.of(post("secret"), post("secret"), post("open")))));
        assertThatThrownBy(result::orElseThrow)
                .hasMessageContaining("BulkResult[INSERTED, Invalid, INSERTED]")
                .hasMessageNotContaining("secret");
    }

    @Test
    void isOneCallWhateverItComesTo() {
        List<CallEvent> events = new ArrayList<>();
        Repo watched = repo.withListener(events::add);
        watched.transact(Multi.of().insert("author", author("")));
        watched.transact(Multi.of());
        Changeset<Author> broken = author("Ada").prepare(prepared -> {
            throw new IllegalStateException("a step before the write");
        });
        assertThatThrownBy(() -> watched.insert(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(events)
                .extracting(event ->
                        event.operation() + " " + event.ending().getClass().getSimpleName())
                .containsExactly("TRANSACT Refused", "TRANSACT Done", "INSERT Failed");
    }

    private long count(dev.ectype.schema.Schema<?> schema) {
        return repo.count(from(schema).allowScan());
    }

    @Test
    void doesItsStepsInOrderInOneTransactionAndTellsWhatEachCameTo() {
        Seen results = repo.transact(Multi.of()
                        .insert("author", author("Ada"))
                        .insert(
                                "post",
                                seen -> post("A")
                                        .put(
                                                blog.posts.authorId,
                                                seen.get("author", Author.class).id()))
                        .update(
                                "renamed",
                                seen -> blog.authors
                                        .change(seen.get("author", Author.class))
                                        .put(blog.authors.name, "Adele")))
                .orElseThrow();
        assertThat(results.get("post", Post.class).authorId())
                .isEqualTo(results.get("author", Author.class).id());
        assertThat(results.toMap().keySet()).containsExactly("author", "post", "renamed");
        assertThat(store.adapter.calls)
                .containsExactly("begin", "insert authors", "insert posts", "update authors", "commit");
    }

    @Test
    void knowsEveryKindOfStep() {
        Post old = store.post(null, "Old", 1);
        Multi multi = Multi.of()
                .put("title", "New")
                .insertAll("rows", seen -> BulkInsert.of(List.of(post("A"), post("B"))))
                .updateAll(
                        "ranked",
                        seen -> from(blog.posts).allowScan(),
                        Updates.of(blog.posts).set(blog.posts.rank, 5))
                .insertOrUpdate("changed", blog.posts.change(old).put(blog.posts.title, "Older"))
                .insertOrUpdate("added", seen -> post(seen.get("title", String.class)))
                .one("one", seen -> from(blog.posts).where(blog.posts.title.eq("A")))
                .one("none", seen -> from(blog.posts).where(blog.posts.title.eq("Z")))
                .all(
                        "all",
                        seen -> from(blog.posts).orderBy(blog.posts.title.asc()).allowScan())
                .exists("exists", seen -> from(blog.posts).where(blog.posts.title.eq("B")))
                .delete("gone", seen -> blog.posts.change(seen.get("one", Post.class)))
                .deleteAll(
                        "rest",
                        seen -> from(blog.posts).where(blog.posts.rank.eq(5)).allowScan())
                .run(
                        "ran",
                        (tx, seen) ->
                                Transacted.commit(tx.count(from(blog.posts).allowScan())));
        Seen seen = repo.transact(multi).orElseThrow();
        assertThat(seen.get("rows", BulkResult.class).isComplete()).isTrue();
        assertThat(seen.get("ranked", Long.class)).isEqualTo(3);
        assertThat(seen.get("changed", Post.class).title()).isEqualTo("Older");
        assertThat(seen.get("one", Post.class).rank()).isEqualTo(5);
        assertThat(seen.find("none", Post.class)).isEmpty();
        assertThat(seen.list("all", Post.class)).extracting(Post::title).containsExactly("A", "B", "New", "Older");
        assertThat(seen.get("exists", Boolean.class)).isTrue();
        assertThat(seen.get("rest", Long.class)).isEqualTo(2);
        assertThat(seen.get("ran", Long.class)).isEqualTo(1);
    }

    @Test
    void aFailureNamesItsStepItsValueAndWhatWasBefore() {
        store.author("Ada");
        MultiResult.Failed failed = failed(repo.transact(Multi.of()
                .insert("bob", author("Bob"))
                .insert("ada", author("Ada"))
                .put("never", 1)));
        assertThat(failed.step()).isEqualTo("ada");
        assertThat(((Changeset<?>) failed.value()).allErrors()).hasSize(1);
        assertThat(failed.before().toMap().keySet()).containsExactly("bob");
        assertThat(count(blog.authors)).isEqualTo(1);
        assertThatThrownBy(failed::orElseThrow)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("step: ada");
    }

    @Test
    void aFunctionFailsByValueAndManyRowsFailTogether() {
        assertThat(failed(repo.transact(Multi.of()
                                .insert("a", author("Ada"))
                                .run("no", (tx, seen) -> Transacted.rollback("reason"))))
                        .value())
                .isEqualTo("reason");
        MultiResult.Failed rows = failed(repo.transact(Multi.of()
                .insertAll("rows", seen -> BulkInsert.of(List.of(post("A"), post("A"))))));
        assertThat(rows.value()).isInstanceOf(BulkResult.class);
        assertThat(count(blog.posts) + count(blog.authors)).isZero();
    }

    @Test
    void aStaleUpdateFailsItsStep() {
        Author ada = store.author("Ada");
        repo.delete(blog.authors, ada).orElseThrow();
        assertThat(failed(repo.transact(Multi.of()
                                .update("stale", blog.authors.change(ada).put(blog.authors.name, "B"))))
                        .step())
                .isEqualTo("stale");
    }

    @Test
    void knownFailuresAreFoundBeforeAnythingIsBegun() {
        MultiResult.Failed invalid =
                failed(repo.transact(Multi.of().insert("fine", author("Ada")).insert("blank", author(""))));
        assertThat(invalid.step()).isEqualTo("blank");
        assertThat(invalid.before().toMap()).isEmpty();
        assertThat(failed(repo.transact(Multi.of().insert("fine", author("Ada")).error("known", "why")))
                        .value())
                .isEqualTo("why");
        assertThat(store.adapter.calls).isEmpty();
    }

    @Test
    void withoutStepsThereIsNothingToBegin() {
        assertThat(repo.transact(Multi.of()).orElseThrow().toMap()).isEmpty();
        assertThat(store.adapter.calls).isEmpty();
    }

    @Test
    void refusesTwoStepsOfOneName() {
        assertThatThrownBy(() -> Multi.of().put("a", 1).put("a", 2))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("step: a");
        assertThatThrownBy(() -> Multi.of().put("a", 1).append(Multi.of().put("a", 2)))
                .hasMessageContaining("same name");
        assertThatThrownBy(() -> repo.transact(
                        Multi.of().put("a", 1).merge(seen -> Multi.of().put("a", 2))))
                .hasMessageContaining("same name");
    }

    @Test
    void refusesAChangesetForAnotherAction() {
        assertThatThrownBy(() -> Multi.of().insert("a", author("Ada").withAction(Action.DELETE)))
                .hasMessageContainingAll("another action", "DELETE");
    }

    @Test
    void appendsPrependsAndMerges() {
        Multi first = Multi.of().put("a", 1);
        Multi second = Multi.of().put("b", 2);
        assertThat(first.append(second).steps()).extracting(Multi.Step::name).containsExactly("a", "b");
        assertThat(first.prepend(second).steps()).extracting(Multi.Step::name).containsExactly("b", "a");
        Seen seen = repo.transact(first.merge(so -> Multi.of().put("twice", 2 * so.get("a", Integer.class)))
                        .append(second))
                .orElseThrow();
        assertThat(seen.toMap()).containsExactly(Map.entry("a", 1), Map.entry("twice", 2), Map.entry("b", 2));
    }

    @Test
    void tellsItsStepsWithoutDoingThemAndLetsLookAtWhatThereIs() {
        List<String> looks = new ArrayList<>();
        Multi multi = Multi.of()
                .insert("author", author("Ada"))
                .inspect(seen -> looks.add(seen.toString()))
                .put("b", 2);
        assertThat(multi.steps())
                .extracting(Multi.Step::kind)
                .containsExactly(Multi.Kind.INSERT, Multi.Kind.INSPECT, Multi.Kind.PUT);
        assertThat(multi.steps().get(0).changeset()).isPresent();
        assertThat(multi).hasToString("[author: INSERT, INSPECT, b: PUT]");
        repo.transact(multi).orElseThrow();
        assertThat(looks).containsExactly("[author]");
    }

    @Test
    void saysWhatIsWrongWithAskingForAnEarlierStep() {
        assertThatThrownBy(() ->
                        repo.transact(Multi.of().put("a", 1).insert("b", seen -> author(seen.get("c", String.class)))))
                .hasMessageContainingAll("step: c", "[a]");
        assertThatThrownBy(() ->
                        repo.transact(Multi.of().put("a", 1).insert("b", seen -> author(seen.get("a", String.class)))))
                .hasMessageContainingAll("something else", "java.lang.Integer");
    }

    @Test
    void isAPartOfTheTransactionThatIsOpen() {
        repo.transact(tx -> {
            assertThat(tx.transact(Multi.of().insert("a", author("Ada")).error("no", 1))
                            .isDone())
                    .isFalse();
            assertThat(tx.transact(Multi.of()
                                    .insert("a", author("Bob"))
                                    .run("no", (in, seen) -> Transacted.rollback(1)))
                            .isDone())
                    .isFalse();
            assertThat(tx.transact(Multi.of().insert("a", author("Eve"))).isDone())
                    .isTrue();
            return Transacted.commit("done");
        });
        assertThat(repo.all(from(blog.authors).allowScan()))
                .extracting(Author::name)
                .containsExactly("Eve");
    }

    @Test
    void aStoreThatWritesTogetherTakesKnownWritesInOneRequest() {
        Storeless batching = Storeless.together(9);
        Repo in = Repo.over(batching);
        Seen seen = in.transact(
                        Multi.of().insert("a", author("Ada")).put("x", 1).insert("p", post("A")))
                .orElseThrow();
        assertThat(batching.calls).containsExactly("together 2");
        assertThat(in.get(blog.authors, seen.get("a", Author.class).id())).isPresent();
        MultiResult.Failed failed =
                failed(in.transact(Multi.of().insert("b", author("Bob")).insert("p", post("A"))));
        assertThat(failed.step()).isEqualTo("p");
        assertThat(in.count(from(blog.authors).allowScan())).isEqualTo(1);
    }

    @Test
    void aStoreThatOnlyWritesTogetherRefusesWhatIsNotKnownByName() {
        Storeless batching = Storeless.together(9);
        Multi multi = Multi.of().insert("a", author("Ada")).insert("p", seen -> post("A"));
        assertThatThrownBy(() -> Repo.over(batching).transact(multi))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("known beforehand", "p (INSERT)", "batching")
                .hasMessageNotContaining("a (INSERT)");
        assertThat(batching.calls).isEmpty();
        assertThat(Repo.over(batching).withoutTransaction().transact(multi).isDone())
                .isTrue();
    }

    @Test
    void aStoreWithNeitherRefusesUnlessTheCallerDoesWithout() {
        Storeless plain = Storeless.oneByOne();
        Multi multi = Multi.of().insert("a", author("Ada")).insert("p", post("A"));
        assertThatThrownBy(() -> Repo.over(plain).transact(multi))
                .hasMessageContainingAll("does not write together", "plain");
        assertThat(plain.calls).isEmpty();
        assertThat(Repo.over(plain).withoutTransaction().transact(multi).isDone())
                .isTrue();
    }
}
