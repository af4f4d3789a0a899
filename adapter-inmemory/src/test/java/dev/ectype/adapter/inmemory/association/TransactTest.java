package dev.ectype.adapter.inmemory.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.error.MappingException;
import dev.ectype.error.StoreException;
import dev.ectype.repo.Repo;
import dev.ectype.repo.Transacted;
import dev.ectype.spi.Adapter;
import dev.ectype.spi.CallOptions;
import dev.ectype.spi.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactTest {
    private final Store store = new Store(new Blog());
    private final Blog blog = store.blog;
    private final Repo repo = store.repo;

    private Changeset<Author> author(String name) {
        return blog.authors.changeset(Map.of("name", name));
    }

    private static long authors(Repo in, Blog blog) {
        return in.count(from(blog.authors).allowScan());
    }

    @Test
    void whatTheWorkReturnsStays() {
        Transacted<Author, Changeset<Author>> done = repo.transact(tx -> {
            assertThat(tx.isInTransaction()).isTrue();
            return Transacted.of(tx.insert(author("Ada")));
        });
        assertThat(done.toOptional().map(Author::name)).contains("Ada");
        assertThat(authors(repo, blog)).isEqualTo(1);
        assertThat(repo.isInTransaction()).isFalse();
    }

    @Test
    void readsSeeWhatWasWrittenInside() {
        Transacted<Long, String> done = repo.transact(tx -> {
            tx.insert(author("Ada")).orElseThrow();
            assertThat(authors(repo, blog)).isZero();
            return Transacted.commit(authors(tx, blog));
        });
        assertThat(done.toOptional()).contains(1L);
    }

    @Test
    void aReasonRollsBack() {
        Transacted<Author, String> done = repo.transact(tx -> {
            tx.insert(author("Ada")).orElseThrow();
            return Transacted.rollback("no");
        });
        assertThat(done.reason()).contains("no");
        assertThat(done.isCommitted()).isFalse();
        assertThat(authors(repo, blog)).isZero();
    }

    @Test
    void aFailedWriteRollsBackWithItsChangeset() {
        store.author("Ada");
        Transacted<Author, Changeset<Author>> done = repo.transact(tx -> {
            tx.insert(author("Bob")).orElseThrow();
            return Transacted.of(tx.insert(author("Ada")));
        });
        assertThat(done.reason().orElseThrow().allErrors()).hasSize(1);
        assertThat(authors(repo, blog)).isEqualTo(1);
    }

    @Test
    void anExceptionRollsBackAndPassesThrough() {
        assertThatThrownBy(() -> repo.transact(tx -> {
                    tx.insert(author("Ada")).orElseThrow();
                    throw new IllegalStateException("ouch");
                }))
                .hasMessage("ouch");
        assertThat(authors(repo, blog)).isZero();
    }

    @Test
    void anInnerTransactionIsAPartThatMayBeTakenBackAlone() {
        Transacted<String, String> done = repo.transact(tx -> {
            tx.insert(author("Ada")).orElseThrow();
            Transacted<Author, String> inner = tx.transact(nested -> {
                nested.insert(author("Bob")).orElseThrow();
                return Transacted.rollback("not Bob");
            });
            return Transacted.commit(inner.reason().orElseThrow());
        });
        assertThat(done.toOptional()).contains("not Bob");
        assertThat(repo.all(from(blog.authors).allowScan()))
                .extracting(Author::name)
                .containsExactly("Ada");
    }

    @Test
    void anOwnerWithItsRecordsThatFailsIsTakenBackAlone() {
        store.post(null, "taken", 1);
        Changeset<Author> bob = blog.authors
                .change()
                .cast(Map.of("name", "Bob", "posts", List.of(Map.of("title", "taken"))), blog.authors.name)
                .castAssoc(blog.authors.posts);
        repo.transact(tx -> {
            tx.insert(author("Ada")).orElseThrow();
            assertThat(tx.insert(bob).isOk()).isFalse();
            return Transacted.commit("done");
        });
        assertThat(repo.all(from(blog.authors).allowScan()))
                .extracting(Author::name)
                .containsExactly("Ada");
    }

    @Test
    void withoutSavepointsAFailedPartLetsTheWholeOnlyBeRolledBack() {
        Repo flat = Repo.over(new Flat(InMemoryAdapter.create()));
        assertThatThrownBy(() -> flat.transact(tx -> {
                    tx.transact(nested -> {
                        nested.insert(author("Bob")).orElseThrow();
                        return Transacted.rollback("no");
                    });
                    return Transacted.commit("done");
                }))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no savepoints");
        assertThat(authors(flat, blog)).isZero();
        Transacted<String, String> fine = flat.transact(tx -> tx.transact(nested -> {
            nested.insert(author("Bob")).orElseThrow();
            return Transacted.commit("done");
        }));
        assertThat(fine.isCommitted()).isTrue();
        assertThat(authors(flat, blog)).isEqualTo(1);
    }

    /** A store whose transactions have no savepoints. */
    private static final class Flat extends Watched {
        private final Adapter whole;

        Flat(Adapter whole) {
            super(whole);
            this.whole = whole;
        }

        @Override
        public <T> Optional<T> as(Class<T> part) {
            return part == Transactional.class ? Optional.of(part.cast((Transactional) this::begin)) : whole.as(part);
        }

        private Transactional.Transaction begin(CallOptions options) {
            Transactional.Transaction real =
                    whole.as(Transactional.class).orElseThrow().begin(options);
            return new Transactional.Transaction() {
                @Override
                public Adapter adapter() {
                    return real.adapter();
                }

                @Override
                public void commit() {
                    real.commit();
                }

                @Override
                public void rollback() {
                    real.rollback();
                }

                @Override
                public Transactional.Savepoint savepoint() {
                    throw new MappingException(MappingException.Kind.UNSUPPORTED, "there are no savepoints", Map.of());
                }

                @Override
                public void close() {
                    real.close();
                }
            };
        }
    }

    @Test
    void aLostConflictIsRetryable() {
        Author ada = store.author("Ada");
        assertThatThrownBy(() -> repo.transact(tx -> {
                    tx.update(blog.authors.change(ada).put(blog.authors.name, "Adele"))
                            .orElseThrow();
                    repo.update(blog.authors.change(ada).put(blog.authors.name, "Augusta"))
                            .orElseThrow();
                    return Transacted.commit("done");
                }))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isTrue());
        assertThat(repo.getOrThrow(blog.authors, ada.id()).name()).isEqualTo("Augusta");
    }

    @Test
    void aStoreWithoutTransactionsRefusesUnlessTheCallerDoesWithout() {
        Storeless plain = Storeless.oneByOne();
        assertThatThrownBy(() -> Repo.over(plain).transact(tx -> Transacted.of(tx.insert(author("Ada")))))
                .hasMessageContainingAll("does not write together", "withoutTransaction()");
        assertThat(plain.calls).isEmpty();
        Transacted<Author, Changeset<Author>> done =
                Repo.over(plain).withoutTransaction().transact(tx -> Transacted.of(tx.insert(author("Ada"))));
        assertThat(done.isCommitted()).isTrue();
        assertThatThrownBy(
                        () -> Repo.over(Storeless.together(9)).transact(tx -> Transacted.of(tx.insert(author("Ada")))))
                .hasMessageContainingAll("known beforehand", "Multi of known changesets");
    }
}
