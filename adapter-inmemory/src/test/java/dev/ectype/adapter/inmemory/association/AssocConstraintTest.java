package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Result;
import dev.ectype.error.ConstraintException;
import dev.ectype.error.MappingException;
import dev.ectype.query.Query;
import dev.ectype.repo.Multi;
import dev.ectype.repo.MultiResult;
import dev.ectype.repo.write.Upsert;
import dev.ectype.schema.OnDelete;
import dev.ectype.spi.Insert;
import dev.ectype.spi.Violation;
import dev.ectype.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssocConstraintTest {
    private Store store = new Store(new Blog());
    private Blog blog = store.blog;

    private void declared(Declared declared) {
        store = new Store(declared.blog());
        blog = store.blog;
    }

    private Changeset<Post> post(UUID author) {
        return blog.posts
                .change()
                .put(blog.posts.title, "A")
                .put(blog.posts.authorId, author)
                .assocConstraint(blog.posts.author);
    }

    private static <R> List<String> errors(Result<R> result) {
        assertThat(result).isInstanceOf(Result.Invalid.class);
        return ((Result.Invalid<R>) result)
                .changeset().allErrors().stream()
                        .map(error -> error.path() + " " + error.message() + " " + error.arguments())
                        .toList();
    }

    @Test
    void aReferenceToNothingIsAnErrorOfItsAssociationAndNothingIsWritten() {
        assertThat(errors(store.repo.insert(post(Store.nobody()))))
                .containsExactly("author does not exist {constraint=assoc, constraint_name=posts_authorId_fkey}");
        assertThat(store.repo.all(from(blog.posts).allowScan())).isEmpty();
        assertThat(store.adapter.calls.get(0)).isEqualTo("begin");
        assertThat(store.adapter.calls).doesNotContain("insert posts").contains("rollback");
    }

    @Test
    void aReferenceToARecordThatIsThereIsWrittenInOneTransactionWithTheLook() {
        Author ada = store.author("Ada");
        store.adapter.calls.clear();
        store.repo.insertOrThrow(post(ada.id()));
        assertThat(store.adapter.calls)
                .startsWith("begin")
                .endsWith("insert posts", "commit")
                .hasSize(4);
        store.repo.insertOrThrow(blog.posts.change().put(blog.posts.title, "B").assocConstraint(blog.posts.author));
    }

    @Test
    void onlyAReferenceThatChangesIsLookedInto() {
        Author ada = store.author("Ada");
        Post post = store.repo.insertOrThrow(post(ada.id()));
        store.repo.deleteOrThrow(blog.authors.change(ada));
        Changeset<Post> renamed =
                blog.posts.change(post).put(blog.posts.title, "B").assocConstraint(blog.posts.author);
        assertThat(store.repo.update(renamed).isOk()).isTrue();
        Changeset<Post> moved =
                blog.posts.change(post).put(blog.posts.authorId, Store.nobody()).assocConstraint(blog.posts.author);
        assertThat(errors(store.repo.update(moved))).hasSize(1);
        Changeset<Post> alone =
                blog.posts.change(post).put(blog.posts.authorId, null).assocConstraint(blog.posts.author);
        assertThat(store.repo.update(alone).isOk()).isTrue();
    }

    @Test
    void aParentThatIsWrittenWithItsChildIsThere() {
        Changeset<Post> post = blog.posts
                .change()
                .cast(Map.of("title", "A", "author", Map.of("name", "Ada")), blog.posts.title)
                .castAssoc(blog.posts.author)
                .assocConstraint(blog.posts.author);
        assertThat(store.repo.insertOrThrow(post).authorId()).isNotNull();
    }

    @Test
    void otherColumnsNamesAndTextsAreLookedIntoAndToldAsDeclared() {
        declared(new Declared().author(o -> o.references(() -> blog.authors.id).external("writer")));
        assertThat(errors(store.repo.insert(blog.posts
                        .change()
                        .put(blog.posts.title, "A")
                        .put(blog.posts.authorId, Store.nobody())
                        .assocConstraint(
                                blog.posts.author, o -> o.named("known_author").message("is unknown")))))
                .containsExactly("writer is unknown {constraint=assoc, constraint_name=known_author}");
        assertThat(errors(store.repo.insert(blog.posts
                        .change()
                        .put(blog.posts.title, "A")
                        .put(blog.posts.authorId, Store.nobody())
                        .assocConstraint(blog.posts.author, o -> o.errorOn(blog.posts.authorId)))))
                .containsExactly("authorId does not exist {constraint=assoc, constraint_name=posts_authorId_fkey}");
    }

    @Test
    void aKindOfItsOwnOrOfAColumnChangesNothingOfWhatIsLookedInto() {
        Changeset<Post> post = blog.posts.change().put(blog.posts.title, "A").put(blog.posts.authorId, Store.nobody());
        assertThat(errors(store.repo.insert(post.assocConstraint(blog.posts.author, o -> o.errorKind("unknown")))))
                .containsExactly("author does not exist {constraint=unknown, constraint_name=posts_authorId_fkey}");
        assertThat(store.repo
                        .insert(post.foreignKeyConstraint(blog.posts.authorId, o -> o.errorKind("assoc")))
                        .isOk())
                .as("a store without references looks into none by column")
                .isTrue();
    }

    @Test
    void aRecordIsNotDeletedWhileOthersAreRelatedToIt() {
        Author ada = store.author("Ada");
        Post post = store.post(ada, "A", 1);
        Changeset<Author> gone = blog.authors.change(ada).noAssocConstraint(blog.authors.posts);
        assertThat(errors(store.repo.delete(gone)))
                .containsExactly("posts are still associated with this entry"
                        + " {constraint=no_assoc, constraint_name=posts_authorId_fkey}");
        assertThat(store.repo.get(blog.authors, ada.id())).isPresent();
        store.repo.deleteOrThrow(blog.posts.change(post));
        assertThat(store.repo.delete(gone).isOk()).isTrue();
    }

    @Test
    void theOneRecordAndRowsOfAJoinKeepARecordToo() {
        Author ada = store.author("Ada");
        store.profile(ada, "bio");
        assertThat(errors(store.repo.delete(blog.authors.change(ada).noAssocConstraint(blog.authors.profile))))
                .singleElement()
                .asString()
                .startsWith("profile is still associated with this entry");
        Post post = store.post(ada, "A", 1);
        store.tagged(post, store.tag("art"));
        Changeset<Post> gone = blog.posts.change(post).noAssocConstraint(blog.posts.tags);
        assertThat(errors(store.repo.delete(gone)))
                .singleElement()
                .asString()
                .startsWith("tags are still associated with this entry");
    }

    @Test
    void whatIsDeletedWithItsOwnerDoesNotKeepIt() {
        declared(new Declared().posts(o -> o.onDelete(OnDelete.DELETE_ALL)));
        Author ada = store.author("Ada");
        store.post(ada, "A", 1);
        assertThat(store.repo
                        .delete(blog.authors.change(ada).noAssocConstraint(blog.authors.posts))
                        .isOk())
                .isTrue();
    }

    @Test
    void aMultiAndATransactionLookInTheirOwn() {
        MultiResult failed = store.repo.transact(Multi.of()
                .insert("author", blog.authors.change().put(blog.authors.name, "Ada"))
                .insert("post", post(Store.nobody())));
        assertThat(failed).isInstanceOf(MultiResult.Failed.class);
        assertThat(((MultiResult.Failed) failed).step()).isEqualTo("post");
        assertThat(store.repo.all(from(blog.authors).allowScan())).isEmpty();
        assertThat(store.repo
                        .transact(Multi.of()
                                .insert("author", blog.authors.change().put(blog.authors.name, "Ada"))
                                .insert(
                                        "post",
                                        seen -> post(
                                                seen.get("author", Author.class).id())))
                        .orElseThrow()
                        .get("post", Post.class)
                        .title())
                .isEqualTo("A");
    }

    @Test
    void theHookOfQueriesIsAskedSoThatRecordsOfOthersDoNotExist() {
        Author ada = store.author("Ada");
        var scoped = store.repo.withQueryHook((operation, query, options) -> {
            Query<?> all = query;
            return all.schema() == blog.authors ? all.where(blog.authors.name.ne("Ada")) : all;
        });
        assertThat(errors(scoped.insert(post(ada.id())))).hasSize(1);
    }

    @Test
    void withoutTransactionsItIsRefusedUnlessTheCallerLooksBeforehand() {
        Store plain = new Store(blog, Storeless.oneByOne());
        assertThatThrownBy(() -> plain.repo.insert(post(Store.nobody())))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("an association constraint is looked into in the transaction of its write")
                .hasMessageContaining("plain");
        assertThat(plain.adapter.calls).isEmpty();
        assertThat(errors(plain.repo.withoutTransaction().insert(post(Store.nobody()))))
                .hasSize(1);
        Store together = new Store(blog, Storeless.together(10));
        assertThatThrownBy(() -> together.repo.transact(Multi.of().insert("post", post(Store.nobody()))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("association constraint");
    }

    @Test
    void manyRowsAndUpsertsRefuseWhatTheyWouldNotLookInto() {
        assertThatThrownBy(() -> store.repo.insertAll(List.of(post(Store.nobody()))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("association constraints");
        assertThatThrownBy(() -> store.repo.upsert(
                        post(Store.nobody()), Upsert.onKey(blog.posts).nothing()))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void eachIsDeclaredOnTheSideThatHasIt() {
        assertThatThrownBy(() -> blog.authors.change().assocConstraint(blog.authors.posts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Author.posts")
                .hasMessageContaining("noAssocConstraint");
        assertThatThrownBy(() -> blog.posts.change().noAssocConstraint(blog.posts.author))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("assocConstraint");
        Author ada = store.author("Ada");
        assertThatThrownBy(() -> store.repo.delete(blog.authors.change(ada).noAssocConstraint(blog.authors.comments)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("on the way");
    }

    /** A store that knows references, as far as these tests need. */
    private static final class Referring extends Watched {
        Referring() {
            super(InMemoryAdapter.create());
        }

        @Override
        public WriteOutcome insert(Insert insert) {
            return new WriteOutcome.Violated(
                    List.of(new Violation(Violation.Kind.FOREIGN_KEY, "fk_author", List.of("authorId"))));
        }
    }

    @Test
    void whatAStoreSaysOfAReferenceIsAnErrorWhereItIsDeclaredByColumnOrAssociation() {
        Store referring = new Store(blog, new Referring());
        Changeset<Post> post = blog.posts.change().put(blog.posts.title, "A");
        assertThat(errors(referring.repo.insert(post.foreignKeyConstraint(blog.posts.authorId))))
                .containsExactly("authorId does not exist {constraint=foreign, constraint_name=fk_author}");
        assertThat(errors(referring.repo.insert(post.foreignKeyConstraint(
                        blog.posts.authorId, o -> o.named("fk_author").message("who?")))))
                .containsExactly("authorId who? {constraint=foreign, constraint_name=fk_author}");
        assertThat(errors(referring.repo.insert(post.assocConstraint(blog.posts.author))))
                .containsExactly("author does not exist {constraint=assoc, constraint_name=fk_author}");
        assertThatThrownBy(() -> referring.repo.insert(post)).isInstanceOf(ConstraintException.class);
    }
}
