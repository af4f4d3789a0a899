package dev.ectype.adapter.dynamo;

import static dev.ectype.adapter.dynamo.TableSchemaTest.Books.BOOKS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.dynamo.TableSchemaTest.Book;
import dev.ectype.adapter.dynamo.sample.Requests;
import dev.ectype.adapter.dynamo.server.TestServer;
import dev.ectype.changeset.Changeset;
import dev.ectype.error.MappingException;
import dev.ectype.repo.Multi;
import dev.ectype.repo.MultiResult;
import dev.ectype.repo.Repo;
import dev.ectype.repo.Transacted;
import dev.ectype.repo.call.Options;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repo over this adapter asks of the store, and what it refuses. */
class RepoTest {
    private final String prefix = TestServer.newPrefix();
    private final Requests requests = new Requests();
    private final DynamoAdapter adapter = DynamoAdapter.over(TestServer.client(requests));
    private final Repo repo = Repo.over(adapter).withDefaults(Options.none().prefix(prefix));

    @BeforeEach
    void create() {
        adapter.storage(BOOKS.asSource(Optional.of(prefix))).create();
        requests.clear();
    }

    @AfterEach
    void drop() {
        adapter.storage(BOOKS.asSource(Optional.of(prefix))).drop();
    }

    private static Changeset<Book> book(int place) {
        return BOOKS.cast(
                        Map.of("shelf", "a", "place", place, "title", "t" + place),
                        BOOKS.shelf,
                        BOOKS.place,
                        BOOKS.title)
                .uniqueConstraint(BOOKS.shelf, BOOKS.place);
    }

    @Test
    void aTransactionInWhichReadsAndWritesAlternateIsRefused() {
        assertThatThrownBy(() -> repo.transact(in -> Transacted.of(in.insert(book(1)))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("writes together only what is known beforehand")
                .hasMessageContaining("use a Multi of known changesets")
                .hasMessageContaining("store: DynamoDB");
        assertThat(requests.operations()).isEmpty();
    }

    @Test
    void aMultiOfKnownChangesetsIsOneTransaction() {
        assertThat(repo.transact(Multi.of().insert("one", book(1)).insert("two", book(2))))
                .isInstanceOf(MultiResult.Done.class);
        assertThat(requests.operations()).containsExactly("TransactWriteItems");
        MultiResult taken = repo.transact(Multi.of().insert("three", book(3)).insert("two", book(2)));
        assertThat(taken).isInstanceOfSatisfying(MultiResult.Failed.class, failed -> {
            assertThat(failed.step()).isEqualTo("two");
            assertThat(((Changeset<?>) failed.value()).allErrors())
                    .extracting(error -> error.path() + " " + error.message())
                    .containsExactly("shelf has already been taken");
        });
        assertThat(repo.get(BOOKS, "a", 3)).isEmpty();
    }

    @Test
    void lookUpsByKeyAreOneGetItemAndOneBatch() {
        repo.insertOrThrow(book(1));
        requests.clear();
        assertThat(repo.get(BOOKS, "a", 1)).isPresent();
        assertThat(repo.all(from(BOOKS).where(BOOKS.shelf.eq("a").and(BOOKS.place.in(1, 2)))))
                .hasSize(1);
        assertThat(requests.operations()).containsExactly("GetItem", "BatchGetItem");
    }

    @Test
    void aServerIsNamedWithoutItsCredentials() {
        assertThat(DynamoServer.emulatorAt(URI.create("http://localhost:8000")))
                .hasToString("DynamoServer[http://localhost:8000]");
        assertThat(DynamoServer.in("eu-central-1")).hasToString("DynamoServer[eu-central-1]");
    }
}
