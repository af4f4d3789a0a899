package dev.ectype.adapter.inmemory.association;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static dev.ectype.types.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.association.Blog.Declared;
import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.FieldOption;
import dev.ectype.changeset.OnReplace;
import dev.ectype.error.MappingException;
import dev.ectype.error.NotLoadedException;
import dev.ectype.schema.Association;
import dev.ectype.schema.Column;
import dev.ectype.schema.JoinThrough;
import dev.ectype.schema.OnDelete;
import dev.ectype.schema.Schema;
import dev.ectype.types.stored.Layout;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeclarationTest {
    private final Blog blog = new Blog();

    private static void refuses(Supplier<? extends Schema<?>> schema, String... parts) {
        assertThatThrownBy(() -> schema.get().layout())
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void associationsAreNotStoredWithTheirOwner() {
        assertThat(blog.posts.layout().slots())
                .extracting(Layout.Slot::name)
                .containsExactly("id", "title", "rank", "authorId");
    }

    @Test
    void aSchemaTellsItsAssociationsInTheirOrder() {
        assertThat(blog.authors.associations())
                .extracting(Association::name)
                .containsExactly("profile", "posts", "comments");
        assertThat(blog.authors.association("posts")).contains(blog.authors.posts);
        assertThat(blog.authors.association("post")).isEmpty();
    }

    @Test
    void anAssociationTellsWhatItRelatesAndHow() {
        assertThat(blog.authors.posts.related()).isSameAs(blog.posts);
        assertThat(blog.authors.posts.link().related()).isSameAs(blog.posts.authorId);
        assertThat(blog.authors.posts.isMany()).isTrue();
        assertThat(blog.posts.author.isMany()).isFalse();
        assertThat(blog.posts.tags.rows().relatedKey()).isSameAs(blog.postTags.tagName);
        assertThat(blog.authors.posts.onDelete()).isEqualTo(OnDelete.NOTHING);
        assertThat(blog.authors.posts.settings().onReplace()).isEqualTo(OnReplace.MARK_AS_INVALID);
        assertThat(blog.authors.posts).hasToString("Author.posts");
    }

    @Test
    void aNewRecordHasAssociationsThatSayTheyWereNotLoaded() {
        Post post = blog.posts.change().put(blog.posts.title, "Hello").applyChanges();
        assertThat(post.comments().isLoaded()).isFalse();
        assertThat(post.comments()).hasToString("not loaded (preload Post.comments)");
        assertThatThrownBy(() -> post.author().get())
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContainingAll("preload(...)", "repo.preload(records, ...)", "Post.author");
    }

    @Test
    void notLoadedIsNotTheSameAsNone() {
        assertThat(ToOne.notLoaded()).isEqualTo(ToOne.notLoaded("Post.author")).isNotEqualTo(ToOne.none());
        assertThat(ToMany.notLoaded()).isEqualTo(ToMany.notLoaded("Post.tags")).isNotEqualTo(ToMany.of());
        assertThat(ToOne.none().get()).isEmpty();
        assertThat(ToMany.of("a", "b").list()).containsExactly("a", "b");
        assertThatThrownBy(() -> ToMany.notLoaded().list()).isInstanceOf(NotLoadedException.class);
    }

    @Test
    void buildsANewRecordThatRefersToItsOwnerWhateverTheValuesSay() {
        Author author = new Author(UUID.randomUUID(), "Ada", ToOne.none(), ToMany.of(), ToMany.of(), null, null);
        Changeset<Post> post = blog.authors.posts.build(author, Map.of("title", "T", "authorId", UUID.randomUUID()));
        assertThat(post.get(blog.posts.authorId)).isEqualTo(author.id());
        assertThat(post.get(blog.posts.title)).isEqualTo("T");
    }

    @Test
    void buildsFromTheDefaults() {
        Blog other = new Declared()
                .posts(o -> o.defaults((post, author) -> post.change(
                        Map.of("title", "by " + author.get(author.shape().require("name"))))))
                .blog();
        Author author = new Author(UUID.randomUUID(), "Ada", ToOne.none(), ToMany.of(), ToMany.of(), null, null);
        assertThat(other.authors.posts.build(author).get(other.posts.title)).isEqualTo("by Ada");
    }

    @Test
    void buildsNothingForAnOwnerWithoutKeyNorThroughOthers() {
        Author author = new Author(null, "Ada", ToOne.none(), ToMany.of(), ToMany.of(), null, null);
        assertThatThrownBy(() -> blog.authors.posts.build(author))
                .hasMessageContainingAll("insert it first", "Author.posts");
        assertThatThrownBy(() -> blog.authors.comments.build(author))
                .hasMessageContainingAll("Author.posts, Post.comments");
    }

    @Test
    void refusesOptionsThatAKindOfAssociationDoesNotHave() {
        refuses(
                () -> new Declared()
                        .author(o -> o.onDelete(OnDelete.DELETE_ALL))
                        .blog()
                        .posts,
                "no such option",
                "Post.author",
                "belongsTo",
                "onDelete",
                "references, where, defaults");
        refuses(() -> new Declared().profile(o -> o.unique()).blog().authors, "hasOne", "unique");
        refuses(() -> new Declared().tags(o -> o.references(() -> null)).blog().posts, "manyToMany", "references");
        refuses(
                () -> new Declared().posts(o -> o.onReplace(OnReplace.UPDATE)).blog().authors,
                "no such onReplace",
                "hasMany",
                "UPDATE",
                "RAISE, MARK_AS_INVALID, DELETE, NILIFY, DELETE_IF_EXISTS");
        refuses(
                () -> new Declared().tags(o -> o.onDelete(OnDelete.NILIFY_ALL)).blog().posts,
                "no such onDelete",
                "NOTHING, DELETE_ALL");
    }

    @ParameterizedTest
    @EnumSource(
            value = OnReplace.class,
            names = {"NILIFY", "UPDATE", "DELETE_IF_EXISTS"})
    void refusesReplacingModesThatManyToManyDoesNotHave(OnReplace mode) {
        refuses(
                () -> new Declared().tags(o -> o.onReplace(mode)).blog().posts,
                "manyToMany",
                mode.name(),
                "RAISE, MARK_AS_INVALID, DELETE");
    }

    @Test
    void refusesAgainWhenUsedAgain() {
        Schema<?> wrong = new Declared().posts(o -> o.unique()).blog().authors;
        refuses(() -> wrong, "unique");
        refuses(() -> wrong, "unique");
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        refuses(() -> new Wrong("uuid to text", blog), "type of the column it refers to");
        refuses(() -> new Wrong("foreign", blog), "column of its own schema");
        refuses(() -> new Wrong("related", blog), "column of the related schema");
        refuses(() -> new Wrong("references", blog), "references(...) needs a column of Wide");
        refuses(() -> new Wrong("two keys", blog), "say references(...)");
        refuses(() -> new Wrong("way", blog), "one of what the first leads to");
        refuses(() -> new Wrong("join", blog), "records of a schema");
    }

    /** A record of two keys. */
    record Wide(UUID id, Integer part, String text, ToOne<Author> author, ToMany<Post> posts) {}

    private static final class Wrong extends Schema<Wide> {
        Wrong(String what, Blog blog) {
            super(Wide.class, "wide");
            Column<Wide, UUID> id = field("id", uuid(), primaryKey());
            field("part", integer(), what.equals("two keys") ? new FieldOption[] {primaryKey()} : new FieldOption[0]);
            Column<Wide, String> text = field("text", string());
            switch (what) {
                case "uuid to text" -> belongsTo("author", () -> blog.authors, text);
                case "foreign" -> belongsTo("author", () -> blog.authors, foreign(blog.posts.authorId));
                case "related" -> hasMany("posts", () -> blog.posts, () -> related(blog.comments.postId));
                case "references" ->
                    hasMany(
                            "posts",
                            () -> blog.posts,
                            () -> blog.posts.authorId,
                            o -> o.references(() -> blog.posts.id));
                case "two keys" -> hasMany("posts", () -> blog.posts, () -> blog.posts.authorId);
                case "way" -> hasManyThrough("posts", belongsTo("author", () -> blog.authors, id), () -> wayward(blog));
                case "join" ->
                    manyToMany(
                            "posts",
                            () -> blog.posts,
                            JoinThrough.of("j", "a", "b").defaults(row -> row));
                default -> throw new IllegalArgumentException(what);
            }
            if (!what.equals("way") && associations().get(0).isMany()) {
                belongsTo("author", () -> blog.authors, id);
            } else if (!what.equals("way")) {
                hasMany("posts", () -> blog.posts, () -> blog.posts.authorId);
            }
        }

        @SuppressWarnings("unchecked") // a column of another record, which the compiler would refuse
        private static Column<Wide, ?> foreign(Column<?, ?> column) {
            return (Column<Wide, ?>) column;
        }

        @SuppressWarnings("unchecked") // a column of another record, which the compiler would refuse
        private static Column<Post, ?> related(Column<?, ?> column) {
            return (Column<Post, ?>) column;
        }

        @SuppressWarnings("unchecked") // an association of another record, which the compiler would refuse
        private static Association<Author, Post, ?> wayward(Blog blog) {
            return (Association<Author, Post, ?>) (Association<?, ?, ?>) blog.tags.posts;
        }
    }
}
