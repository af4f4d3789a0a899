package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.changeset.FieldOptions.writable;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Writable;
import dev.ectype.changeset.WritableViolation;
import dev.ectype.repo.Repo;
import dev.ectype.schema.Column;
import dev.ectype.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written to the log, through SLF4J to the JDK's. */
class LogTest {
    private static final Logger LOG = Logger.getLogger("dev.ectype.repo");

    private final List<LogRecord> records = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.FINE);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
        LOG.setLevel(null);
    }

    private List<String> said(Level level) {
        return records.stream()
                .filter(record -> record.getLevel().equals(level))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Test
    void everyCallIsADebugMessageWithItsRequestAndWithoutItsValues() {
        Repo repo = People.filled();
        records.clear();
        repo.all(from(PEOPLE).where(PEOPLE.name.eq("Ann").and(PEOPLE.secret.ne("hidden"))));
        assertThat(said(Level.FINE))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("ALL people on partial: Done, 2 rows, ")
                        .contains("cn")
                        .doesNotContain("Ann", "hidden"));
        assertThat(records.get(0).getLoggerName()).isEqualTo(Repo.class.getName());
    }

    @Test
    void writesAndRefusalsAreToldToo() {
        Repo repo = People.filled();
        records.clear();
        repo.insertOrThrow(PEOPLE.change(People.person(7, "Gil", 1, null, null)));
        repo.insert(PEOPLE.change(People.person(7, "Gil", 1, null, null)).uniqueConstraint(PEOPLE.id));
        assertThat(said(Level.FINE)).hasSize(2);
        assertThat(said(Level.FINE).get(0)).startsWith("INSERT people on partial: Done, 1 rows, ");
        assertThat(said(Level.FINE).get(1)).startsWith("INSERT people on partial: Refused, 0 rows, ");
        assertThat(said(Level.FINE)).noneMatch(message -> message.contains("Gil"));
    }

    @Test
    void nothingIsSaidUnlessDebuggingIsOn() {
        LOG.setLevel(Level.INFO);
        People.filled().all(from(PEOPLE).where(PEOPLE.name.eq("Ann")));
        assertThat(records).isEmpty();
    }

    @Test
    void aListenerThatFailsIsAWarning() {
        Repo repo = People.filled().withListener(event -> {
            throw new IllegalStateException("deaf");
        });
        assertThat(repo.all(from(PEOPLE).where(PEOPLE.name.eq("Ann")))).hasSize(2);
        assertThat(said(Level.WARNING))
                .containsExactly("a listener failed; the call that it was told of is not touched by that");
    }

    record Badge(Integer id, String label) {}

    private static final class Badges extends Schema<Badge> {
        static final Badges BADGES = new Badges();
        final Column<Badge, String> label = field("label", string(), writable(Writable.INSERT, WritableViolation.WARN));

        {
            field("id", integer(), primaryKey());
        }

        private Badges() {
            super(Badge.class, "badges");
        }
    }

    @Test
    void aValueThatMayNotBeWrittenIsLeftOutWithAWarningWhereThatIsDeclared() {
        Repo repo = Repo.over(InMemoryAdapter.create());
        Badge badge = repo.insertOrThrow(Badges.BADGES.change(new Badge(1, "gold")));
        assertThat(said(Level.WARNING)).isEmpty();
        repo.updateOrThrow(Badges.BADGES.change(badge).put(Badges.BADGES.label, "secret"));
        assertThat(said(Level.WARNING))
                .containsExactly("left out the value of Badge.label, which is writable INSERT and not on UPDATE");
        assertThat(repo.getOrThrow(Badges.BADGES, 1).label()).isEqualTo("gold");
    }
}
