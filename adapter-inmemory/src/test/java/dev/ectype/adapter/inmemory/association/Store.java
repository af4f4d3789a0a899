package dev.ectype.adapter.inmemory.association;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.repo.Repo;
import dev.ectype.spi.Adapter;
import java.util.UUID;

/** A blog in memory, filled by hand, whose calls are counted. */
final class Store {
    final Blog blog;
    final Watched adapter;
    final Repo repo;

    Store(Blog blog) {
        this(blog, InMemoryAdapter.create());
    }

    Store(Blog blog, Adapter adapter) {
        this.blog = blog;
        this.adapter = new Watched(adapter);
        this.repo = Repo.over(this.adapter);
    }

    Author author(String name) {
        return insert(blog.authors.change().put(blog.authors.name, name));
    }

    Post post(Author author, String title, int rank) {
        return insert(blog.posts
                .change()
                .put(blog.posts.title, title)
                .put(blog.posts.rank, rank)
                .put(blog.posts.authorId, author == null ? null : author.id()));
    }

    Comment comment(Post post, String text) {
        return insert(blog.comments.change().put(blog.comments.text, text).put(blog.comments.postId, post.id()));
    }

    Profile profile(Author author, String bio) {
        return insert(blog.profiles.change().put(blog.profiles.bio, bio).put(blog.profiles.authorId, author.id()));
    }

    Tag tag(String name) {
        return insert(blog.tags.change().put(blog.tags.name, name));
    }

    PostTag tagged(Post post, Tag tag) {
        return insert(blog.postTags
                .change()
                .put(blog.postTags.postId, post.id())
                .put(blog.postTags.tagName, tag.name())
                .put(blog.postTags.active, true));
    }

    private <R> R insert(Changeset<R> changeset) {
        return repo.insert(changeset).orElseThrow();
    }

    static UUID nobody() {
        return UUID.randomUUID();
    }
}
