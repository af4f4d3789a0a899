package dev.ectype.adapter.inmemory.querying;

import static dev.ectype.adapter.inmemory.querying.People.PEOPLE;
import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.adapter.inmemory.querying.Partial.Lack;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.Part;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.repo.call.CallEvent.Ending;
import dev.ectype.repo.call.Operation;
import dev.ectype.repo.call.Options;
import dev.ectype.repo.call.QueryHook;
import dev.ectype.repo.write.Updates;
import dev.ectype.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallTest {
    private final Partial store = Partial.whole(InMemoryAdapter.create());
    private final Repo repo = People.filled(store);
    private final List<CallEvent> events = new ArrayList<>();
    private final Repo watched = repo.withListener(events::add);

    /** What a multi-tenant program does: only people of one age are there, whatever is asked. */
    private static final QueryHook ONLY_25 = (operation, query, options) -> {
        return query.schema() == PEOPLE ? query.where(PEOPLE.age.eq(25)) : query;
    };

    @Test
    void optionsOfACallReachTheAdapter() {
        repo.with(Options.none().timeout(Duration.ofSeconds(9)).hint("index by name"))
                .all(from(PEOPLE).where(PEOPLE.age.eq(25)));
        assertThat(store.scans().get(0).options().timeout()).contains(Duration.ofSeconds(9));
        assertThat(store.scans().get(0).options().hint(String.class)).contains("index by name");
        repo.all(from(PEOPLE).where(PEOPLE.age.eq(25)));
        assertThat(store.scans().get(1).options().timeout())
                .as("only of that call")
                .isEmpty();
    }

    @Test
    void defaultsHoldForTheirOperationWhereTheCallSaysNothing() {
        Repo careful = repo.withDefaults(Options.none().timeout(Duration.ofSeconds(1)))
                .withDefaults(Operation.STREAM, Options.none().timeout(Duration.ofSeconds(2)));
        Query<Person> query = from(PEOPLE).where(PEOPLE.age.eq(25));
        careful.all(query);
        careful.stream(query).close();
        careful.with(Options.none().timeout(Duration.ofSeconds(3))).stream(query)
                .close();
        assertThat(store.scans())
                .extracting(scan -> scan.options().timeout().orElseThrow().toSeconds())
                .containsExactly(1L, 2L, 3L);
        assertThatThrownBy(() -> Options.none().timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void consentsCanBeARepoDefault() {
        assertThatThrownBy(() -> repo.all(from(PEOPLE))).isInstanceOf(UnsupportedQueryException.class);
        assertThat(repo.withDefaults(Options.none().allowScan()).all(from(PEOPLE)))
                .hasSize(6);
        Repo plain = People.filled(Partial.without(InMemoryAdapter.create(), Lack.CONDITION));
        Repo generous = plain.withDefaults(Options.none().allowScan().clientSide(100));
        assertThat(generous.all(from(PEOPLE).where(PEOPLE.age.eq(25)))).hasSize(2);
        assertThatThrownBy(
                        () -> generous.all(from(PEOPLE).where(PEOPLE.age.eq(25)).clientSide(2)))
                .as("what the query says counts")
                .hasMessageContaining("maxRows: 2");
    }

    @Test
    void aPrefixIsAnotherNamespace() {
        Repo other = repo.with(Options.none().prefix("tenant").allowScan());
        assertThat(other.all(from(PEOPLE))).isEmpty();
        other.insertOrThrow(PEOPLE.change(People.person(1, "Otto", 1, null, null)));
        assertThat(other.all(from(PEOPLE))).extracting(Person::name).containsExactly("Otto");
        assertThat(repo.getOrThrow(PEOPLE, 1).name()).isEqualTo("Ann");
        assertThat(repo.one(from(PEOPLE).prefix("tenant").allowScan()))
                .map(Person::name)
                .contains("Otto");
    }

    @Test
    void aHookChangesEveryQuery() {
        Repo bare = Repo.over(InMemoryAdapter.create());
        People.fill(bare);
        Repo scoped = bare.withQueryHook(ONLY_25);
        Query<Person> all = from(PEOPLE).allowScan().orderBy(PEOPLE.id);
        assertThat(scoped.all(all)).extracting(Person::id).containsExactly(2, 6);
        assertThat(scoped.count(all)).isEqualTo(2);
        assertThat(scoped.exists(all.where(PEOPLE.age.eq(41)))).isFalse();
        assertThat(scoped.get(PEOPLE, 1)).isEmpty();
        assertThat(scoped.get(PEOPLE, 2)).isPresent();
        assertThat(scoped.page(all, 10).rows()).hasSize(2);
        assertThat(scoped.reload(PEOPLE, bare.getOrThrow(PEOPLE, 1))).isEmpty();
        assertThat(scoped.all(all.select(PEOPLE.name))).containsExactly("Bob", "Eve");
        assertThat(scoped.stream(all)).hasSize(2);
        assertThat(scoped.explain(all).toString()).contains("age = ?");
        assertThat(scoped.updateAll(all.exclude(Part.ORDER), Updates.of(PEOPLE).set(PEOPLE.name, "X")))
                .isEqualTo(2);
        assertThat(scoped.deleteAll(all.exclude(Part.ORDER))).isEqualTo(2);
        assertThat(bare.count(all)).isEqualTo(4);
    }

    @Test
    void aHookKnowsTheOperationAndMayRefuse() {
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        Repo strict = repo.withQueryHook((operation, query, options) -> {
            seen.add(operation);
            if (options.prefix().isEmpty()) {
                throw new IllegalStateException("no tenant");
            }
            return query;
        });
        store.calls().clear();
        assertThatThrownBy(() -> strict.all(from(PEOPLE))).hasMessage("no tenant");
        assertThatThrownBy(() -> strict.stream(from(PEOPLE))).hasMessage("no tenant");
        assertThatThrownBy(() -> strict.deleteAll(from(PEOPLE))).hasMessage("no tenant");
        assertThat(seen).containsExactlyInAnyOrder(Operation.ALL, Operation.STREAM, Operation.DELETE_ALL);
        assertThat(store.calls()).isEmpty();
        Repo wrong = repo.withQueryHook((operation, query, options) -> from(Others.OTHERS));
        assertThatThrownBy(() -> wrong.all(from(PEOPLE)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("of the schema that it was given");
    }

    private record Other(Integer id) {}

    private static final class Others extends Schema<Other> {
        static final Others OTHERS = new Others();

        private Others() {
            super(Other.class, "others");
            field("id", integer(), primaryKey());
        }
    }

    @Test
    void oneEventTellsOfACall() {
        watched.all(from(PEOPLE).where(PEOPLE.age.eq(25)));
        assertThat(events).hasSize(1);
        CallEvent event = events.get(0);
        assertThat(event.operation()).isEqualTo(Operation.ALL);
        assertThat(event.store()).isEqualTo("partial");
        assertThat(event.source().orElseThrow()).hasToString("people");
        assertThat(event.rows()).isEqualTo(2);
        assertThat(event.ending()).isEqualTo(new Ending.Done());
        assertThat(event.nativeText().orElseThrow()).contains("people").doesNotContain("25");
        assertThat(event.timings().total())
                .isGreaterThanOrEqualTo(event.timings().plan())
                .isGreaterThanOrEqualTo(event.timings().store())
                .isGreaterThanOrEqualTo(event.timings().load());
        assertThat(event.timings().plan()).isPositive();
        assertThat(event.toString()).matches("ALL people on partial: Done, 2 rows, \\d+ us");
    }

    @Test
    void everyEndingIsTold() {
        watched.insert(PEOPLE.change(People.person(9, "New", 1, null, null)));
        watched.insert(PEOPLE.cast(Map.of("age", "many"), PEOPLE.age));
        try (Stream<Person> stream = watched.stream(from(PEOPLE).allowScan())) {
            stream.iterator().next();
        }
        watched.stream(from(PEOPLE).allowScan()).forEach(person -> {});
        assertThatThrownBy(() -> watched.all(from(PEOPLE))).isInstanceOf(UnsupportedQueryException.class);
        assertThat(events)
                .extracting(event ->
                        event.operation() + " " + event.ending().getClass().getSimpleName() + " " + event.rows())
                .containsExactly(
                        "INSERT Done 1", "INSERT Refused 0", "STREAM Abandoned 1", "STREAM Done 7", "ALL Failed 0");
        assertThat(((Ending.Failed) events.get(4).ending()).failure()).isInstanceOf(UnsupportedQueryException.class);
    }

    @Test
    void theTimeOfAStoreThatFailsIsTold() {
        Repo plain = Repo.over(InMemoryAdapter.create());
        People.fill(plain);
        assertThatThrownBy(() -> plain.withListener(events::add)
                        .updateAll(
                                from(PEOPLE).where(PEOPLE.age.eq(25)),
                                Updates.of(PEOPLE).inc(PEOPLE.age, Integer.MAX_VALUE)))
                .hasMessageContaining("increment does not fit");
        assertThat(events.get(0).ending()).isInstanceOf(Ending.Failed.class);
        assertThat(events.get(0).timings().store()).isPositive();
    }

    @Test
    void aListenerThatThrowsDoesNotBreakTheCall() {
        Repo noisy = repo.withListener(event -> {
                    throw new IllegalStateException("broken listener");
                })
                .withListener(events::add);
        assertThat(noisy.get(PEOPLE, 1)).isPresent();
        assertThat(events).as("those behind it are told").hasSize(1);
    }

    @Test
    void withoutListenersNoTextIsMade() {
        Partial explaining = Partial.whole(InMemoryAdapter.create());
        Repo quiet = People.filled(explaining);
        quiet.all(from(PEOPLE).allowScan());
        assertThat(explaining.explained()).isZero();
        quiet.withListener(events::add).all(from(PEOPLE).allowScan());
        assertThat(explaining.explained()).as("nor before a listener asks").isZero();
        assertThat(events.get(0).nativeText()).isPresent();
        assertThat(explaining.explained()).isOne();
    }
}
