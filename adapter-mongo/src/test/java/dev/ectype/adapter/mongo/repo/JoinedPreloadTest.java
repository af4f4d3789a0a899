package dev.ectype.adapter.mongo.repo;

import static dev.ectype.changeset.FieldOptions.primaryKey;
import static dev.ectype.query.Query.from;
import static dev.ectype.types.Types.integer;
import static dev.ectype.types.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.adapter.mongo.MongoAdapter;
import dev.ectype.adapter.mongo.server.TestServer;
import dev.ectype.association.ToMany;
import dev.ectype.association.ToOne;
import dev.ectype.error.MappingException;
import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.CallEvent;
import dev.ectype.schema.BelongsTo;
import dev.ectype.schema.Column;
import dev.ectype.schema.HasMany;
import dev.ectype.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Related documents that come with their owners, by {@code $lookup}. */
class JoinedPreloadTest {
    record Person(
            String id,
            @Nullable String boss,
            Integer rank,
            ToOne<Person> superior,
            ToMany<Person> reports,
            ToMany<Person> colleagues,
            ToMany<Person> peers) {
        Person(String id, @Nullable String boss, int rank) {
            this(id, boss, rank, ToOne.of(null), ToMany.of(List.of()), ToMany.of(List.of()), ToMany.of(List.of()));
        }
    }

    private static final class People extends Schema<Person> {
        static final People PEOPLE = new People();
        final Column<Person, String> id = field("id", string(), primaryKey());
        final Column<Person, String> boss = field("boss", string());
        final Column<Person, Integer> rank = field("rank", integer());
        final BelongsTo<Person, Person> superior = belongsTo("superior", () -> PEOPLE, boss);
        final HasMany<Person, Person> reports = hasMany("reports", () -> PEOPLE, () -> PEOPLE.boss);
        final HasMany<Person, Person> colleagues = hasMany(
                "colleagues", () -> PEOPLE, () -> PEOPLE.boss, options -> options.references(() -> PEOPLE.boss));
        /** People of one rank, to whom no index leads. */
        final HasMany<Person, Person> peers =
                hasMany("peers", () -> PEOPLE, () -> PEOPLE.rank, options -> options.references(() -> PEOPLE.rank));

        {
            index(boss);
        }

        private People() {
            super(Person.class, "people");
        }
    }

    private static final People PEOPLE = People.PEOPLE;

    private final List<CallEvent> calls = new ArrayList<>();
    private final Repo repo = Repo.over(MongoAdapter.over(TestServer.client(), TestServer.newDatabase()))
            .withListener(calls::add);

    private void add(String id, @Nullable String boss, int rank) {
        repo.insertOrThrow(
                PEOPLE.change().put(PEOPLE.id, id).put(PEOPLE.boss, boss).put(PEOPLE.rank, rank));
    }

    @BeforeEach
    void people() {
        add("ada", null, 1);
        add("alan", "ada", 2);
        add("donald", "ada", 3);
        add("grace", "alan", 4);
        add("edsger", "nobody", 5);
        add("barbara", null, 6);
        calls.clear();
    }

    private static Query<Person> all() {
        return from(PEOPLE).orderBy(PEOPLE.rank.asc()).allowScan();
    }

    private static Query<Person> bosses() {
        return from(PEOPLE).where(PEOPLE.id.in("ada", "alan")).orderBy(PEOPLE.rank.asc());
    }

    private static List<String> ids(ToMany<Person> people) {
        return people.list().stream().map(Person::id).toList();
    }

    @Test
    void readsOwnersAndWhoRefersToThemInOneRequest() {
        List<Person> found = repo.all(all().preload(Preload.of(PEOPLE.reports, q -> q.orderBy(PEOPLE.rank.desc()))
                .joined()));
        assertThat(found)
                .extracting(person -> ids(person.reports()))
                .containsExactly(
                        List.of("donald", "alan"), List.of("grace"), List.of(), List.of(), List.of(), List.of());
        assertThat(calls).hasSize(1);
    }

    @Test
    void readsWhomOwnersReferTo() {
        List<Person> found = repo.all(all().preload(Preload.of(PEOPLE.superior).joined()));
        assertThat(found)
                .extracting(person -> person.superior().get().map(Person::id).orElse("none"))
                .containsExactly("none", "ada", "ada", "alan", "none", "none");
        assertThat(found).extracting(person -> person.reports().isLoaded()).containsOnly(false);
    }

    @Test
    void relatesNothingToOwnersWithoutAValue() {
        List<Person> found =
                repo.all(all().preload(Preload.of(PEOPLE.colleagues).joined()));
        assertThat(found)
                .extracting(person -> ids(person.colleagues()))
                .containsExactly(
                        List.of(),
                        List.of("alan", "donald"),
                        List.of("alan", "donald"),
                        List.of("grace"),
                        List.of("edsger"),
                        List.of());
    }

    @Test
    void agreesWithQueriesOfTheirOwn() {
        UnaryOperator<Query<Person>> some = q -> q.where(PEOPLE.rank.ge(3)).orderBy(PEOPLE.rank.desc());
        Preload<Person, Person> apart = Preload.of(PEOPLE.reports, some).limitPerOwner(1);
        assertThat(repo.all(bosses().preload(apart.joined()).limit(1)))
                .usingRecursiveComparison()
                .isEqualTo(repo.all(bosses().preload(apart).limit(1)));
    }

    @Test
    void readsWhatBelongsToTheRelatedOnesByQueriesOfTheirOwn() {
        Person ada = repo.oneOrThrow(from(PEOPLE)
                .where(PEOPLE.id.eq("ada"))
                .preload(Preload.of(
                                PEOPLE.reports,
                                q -> q.orderBy(PEOPLE.rank.asc()).preload(PEOPLE.reports))
                        .joined()));
        assertThat(ada.reports().list())
                .extracting(person -> ids(person.reports()))
                .containsExactly(List.of("grace"), List.of());
        assertThat(calls).hasSize(2);
    }

    @Test
    void joinsSeveralAssociationsAtOnce() {
        Person alan = repo.oneOrThrow(from(PEOPLE)
                .where(PEOPLE.id.eq("alan"))
                .preload(Preload.of(PEOPLE.reports).joined())
                .preload(Preload.of(PEOPLE.superior).joined()));
        assertThat(ids(alan.reports())).containsExactly("grace");
        assertThat(alan.superior().get()).map(Person::id).contains("ada");
    }

    @Test
    void saysTheStageThatIsSent() {
        assertThat(repo.explain(bosses().preload(Preload.of(PEOPLE.reports).joined()))
                        .nativeText())
                .contains("{\"$lookup\": {\"from\": \"people\"", "$$key")
                .doesNotContain("ada");
    }

    @Test
    void refusesToReadAllRelatedRecordsForEachOwnerUnlessAllowed() {
        Preload<Person, Person> peers = Preload.of(PEOPLE.peers).joined();
        assertThatThrownBy(() -> repo.all(bosses().preload(peers)))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining("no key or index leads to the related records");
        assertThat(ids(repo.all(bosses().allowScan().preload(peers)).get(1).peers()))
                .containsExactly("alan");
    }

    @Test
    void isForQueriesAndNotForOwnersThatWereRead() {
        Person ada = repo.getOrThrow(PEOPLE, "ada");
        assertThatThrownBy(() ->
                        repo.preload(List.of(ada), Preload.of(PEOPLE.reports).joined()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("joined() reads related records with a query's own");
    }
}
