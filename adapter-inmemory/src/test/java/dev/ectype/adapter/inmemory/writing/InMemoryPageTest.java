package dev.ectype.adapter.inmemory.writing;

import static dev.ectype.adapter.inmemory.writing.Accounts.ACCOUNTS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.InMemoryTable;
import dev.ectype.adapter.inmemory.Page;
import dev.ectype.adapter.inmemory.Sandbox;
import dev.ectype.repo.Repo;
import dev.ectype.types.stored.Row;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the page on the store shows, and looks for the tests that it names. */
class InMemoryPageTest {
    private static final Path PAGE = Path.of("../docs/stores/in-memory.md");
    private static final Pattern ANOMALY = Pattern.compile("(?m)^\\|.+\\| `(\\w+)` \\|$");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Test)`");

    @TempDir
    Path folder;

    @Test
    void aStoreIsSavedAndLoaded() {
        // snippet:inmemory-save
        InMemoryAdapter store = InMemoryAdapter.create();
        Repo repo = Repo.over(store);
        repo.insertOrThrow(Accounts.changeset(Map.of("email", "ada@example.org")));

        store.save(folder.resolve("accounts.ectype"));
        Repo later = Repo.over(InMemoryAdapter.load(folder.resolve("accounts.ectype")));
        // end
        assertThat(later.exists(from(ACCOUNTS).where(ACCOUNTS.email.eq("ada@example.org"))))
                .isTrue();
        assertThat(store.statistics().get(0).rows()).isEqualTo(1);
    }

    @Test
    void aSandboxForgetsWhatATestWrites() {
        InMemoryAdapter store = InMemoryAdapter.create();
        Repo repo = Repo.over(store);
        // snippet:inmemory-sandbox
        Sandbox sandbox = store.sandbox();
        repo.insertOrThrow(Accounts.changeset(Map.of("email", "ada@example.org")));
        sandbox.reset();
        // end
        assertThat(repo.exists(from(ACCOUNTS).allowScan())).isFalse();
    }

    @Test
    void aTableOffersMoreThanTheContract() {
        InMemoryAdapter store = InMemoryAdapter.create();
        Repo repo = Repo.over(store);
        for (int i = 0; i < 250; i++) {
            repo.insertOrThrow(Accounts.changeset(Map.of("email", i + "@example.org", "visits", i)));
        }
        Account first = repo.oneOrThrow(from(ACCOUNTS).where(ACCOUNTS.visits.eq(0)));
        List<Row> seen = new ArrayList<>();
        // snippet:inmemory-table
        InMemoryTable table = store.table(ACCOUNTS.asSource());
        table.updateCounter(ACCOUNTS.visits.path(), 1, first.id());

        Page page = table.select(List.of(), 100, Page.Direction.FORWARD);
        seen.addAll(page.rows());
        while (page.continuation().isPresent()) {
            page = table.select(page.continuation().get());
            seen.addAll(page.rows());
        }
        // end
        assertThat(seen).hasSize(250);
        assertThat(repo.getOrThrow(ACCOUNTS, first.id()).visits()).isEqualTo(1);
    }

    private static List<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyAnomalyOfThePageHasATest() throws IOException {
        assertThat(named(ANOMALY))
                .hasSizeGreaterThan(5)
                .isSubsetOf(Stream.of(AnomaliesTest.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(named(TEST_CLASS)).isNotEmpty().allMatch(test -> names.contains(test + ".java"));
        }
    }
}
