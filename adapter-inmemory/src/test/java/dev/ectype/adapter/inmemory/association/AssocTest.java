package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.assoc;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.error.MappingException;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssocTest {
    private Store store = new Store(new Blog());
    private Blog blog = store.blog;
    private final Author ada = store.author("Ada");
    private final Author bob = store.author("Bob");
    private final Post first = store.post(ada, "A", 1);
    private final Post second = store.post(ada, "B", 2);
    private final Post third = store.post(bob, "C", 3);
    private final Post orphan = store.post(null, "D", 4);

    private List<String> titles(Query<Post> query) {
        return store.repo.all(query.orderBy(blog.posts.title.asc())).stream()
                .map(Post::title)
                .toList();
    }

    @Test
    void aQueryOfTheRecordsOfOwnersIsOneLikeAnyOther() {
        assertThat(titles(assoc(blog.authors.posts, ada))).containsExactly("A", "B");
        assertThat(titles(assoc(blog.authors.posts, List.of(ada, bob)))).containsExactly("A", "B", "C");
        Query<Post> ranked = assoc(blog.authors.posts, List.of(ada, bob)).where(blog.posts.rank.gt(1));
        assertThat(store.repo.count(ranked)).isEqualTo(2);
        assertThat(store.repo.deleteAll(ranked)).isEqualTo(2);
        assertThat(titles(from(blog.posts).allowScan())).containsExactly("A", "D");
    }

    @Test
    void whatRecordsReferToIsAskedOnceForAllOfThem() {
        assertThat(store.repo.all(assoc(blog.posts.author, List.of(first, second, third, orphan))))
                .extracting(Author::name)
                .containsExactlyInAnyOrder("Ada", "Bob");
        assertThat(store.repo.all(assoc(blog.posts.author, orphan))).isEmpty();
        assertThat(store.repo.all(assoc(blog.authors.posts, List.of()))).isEmpty();
    }

    @Test
    void onlyWhatAnAssociationRelatesIsFound() {
        store = new Store(
                new Declared().posts(o -> o.where(() -> blog.posts.rank.gt(1))).blog());
        blog = store.blog;
        Author cleo = store.author("Cleo");
        store.post(cleo, "E", 1);
        store.post(cleo, "F", 2);
        assertThat(titles(assoc(blog.authors.posts, cleo))).containsExactly("F");
    }

    @Test
    void rowsOfAJoinAndRecordsOnTheWayAreReadByTheRepo() {
        Tag art = store.tag("art");
        Tag logic = store.tag("logic");
        store.tagged(first, art);
        store.tagged(second, art);
        store.tagged(third, logic);
        store.comment(first, "one");
        store.comment(third, "two");
        assertThat(store.repo.all(store.repo.assoc(blog.posts.tags, List.of(first, second))))
                .extracting(Tag::name)
                .containsExactly("art");
        assertThat(store.repo.all(store.repo.assoc(blog.authors.comments, List.of(bob))))
                .extracting(Comment::text)
                .containsExactly("two");
        Comment two = store.repo
                .all(store.repo.assoc(blog.posts.comments, List.of(third)))
                .get(0);
        assertThat(store.repo.all(store.repo.assoc(blog.comments.author, List.of(two))))
                .extracting(Author::name)
                .containsExactly("Bob");
        assertThat(store.repo.all(store.repo.assoc(blog.posts.tags, List.of(orphan))))
                .isEmpty();
    }

    @Test
    void aQueryAloneRefusesWhatWouldHaveToBeReadFirst() {
        assertThatThrownBy(() -> assoc(blog.posts.tags, first))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("repo.assoc(...)");
        assertThatThrownBy(() -> assoc(blog.authors.comments, ada)).isInstanceOf(MappingException.class);
    }

    @Test
    void aFunctionFindsWhatIsPreloadedByTheKeysOfTheOwners() {
        List<List<Object>> asked = new ArrayList<>();
        Preload<Author, Post> found = Preload.by(blog.authors.posts, keys -> {
            asked.add(keys);
            return List.of(third, second, first);
        });
        store.adapter.calls.clear();
        List<Author> loaded = store.repo.preload(List.of(ada, bob, ada), found);
        assertThat(loaded)
                .extracting(author ->
                        author.posts().list().stream().map(Post::title).toList())
                .containsExactly(List.of("B", "A"), List.of("C"), List.of("B", "A"));
        assertThat(asked).containsExactly(List.of(ada.id(), bob.id()));
        assertThat(store.adapter.calls).isEmpty();
        assertThat(store.repo
                        .preload(List.of(ada), found.limitPerOwner(1))
                        .get(0)
                        .posts()
                        .list())
                .containsExactly(second);
    }

    @Test
    void aFunctionIsNotAskedWhereNoOwnerHasAKey() {
        Preload<Post, Author> never = Preload.by(blog.posts.author, keys -> {
            throw new IllegalStateException("asked");
        });
        assertThat(store.repo.preload(List.of(orphan), never).get(0).author().get())
                .isEmpty();
    }

    @Test
    void aFunctionFindsTheRecordsOfAJoinAndAtTheEndOfAWay() {
        store.tagged(first, store.tag("art"));
        Post tagged = store.repo
                .preload(List.of(first), Preload.by(blog.posts.tags, keys -> {
                    assertThat(keys).containsExactly("art");
                    return store.repo.allBy(blog.tags, Map.of("name", "art"));
                }))
                .get(0);
        assertThat(tagged.tags().list()).extracting(Tag::name).containsExactly("art");
        Comment comment = store.comment(third, "two");
        Author loaded = store.repo
                .preload(List.of(bob), Preload.by(blog.authors.comments, keys -> {
                    assertThat(keys).containsExactly(third.id());
                    return List.of(comment);
                }))
                .get(0);
        assertThat(loaded.comments().list()).containsExactly(comment);
    }

    @Test
    void aFunctionAndAQueryForOneAssociationAreTwoWishes() {
        Preload<Author, Post> found = Preload.by(blog.authors.posts, keys -> List.of());
        Preload<Author, Post> narrowed =
                Preload.of(blog.authors.posts, (Query<Post> all) -> all.where(blog.posts.rank.gt(1)));
        assertThatThrownBy(() -> store.repo.preload(List.of(ada), List.of(found, narrowed)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("twice");
    }
}
