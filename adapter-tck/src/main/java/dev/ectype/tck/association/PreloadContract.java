package dev.ectype.tck.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.error.UnsupportedQueryException;
import dev.ectype.preload.Preloading;
import dev.ectype.query.Preload;
import dev.ectype.query.Query;
import dev.ectype.repo.Repo;
import dev.ectype.repo.call.Options;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.profile.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Related records, read with their owners: each with its own, whatever the order in which a store returns them. */
public abstract class PreloadContract extends ContractTest {
    private static final int OWNERS = 12;

    /** Returns clubs with none, one, two members in turn, their members named after them. */
    private static List<Club> clubs(Society society) {
        List<Club> clubs = new ArrayList<>();
        for (int i = 0; i < OWNERS; i++) {
            String name = "club" + i;
            String[] members =
                    List.of(name + " a", name + " b").subList(0, i % 3).toArray(new String[0]);
            Club club = society.club(name, members);
            clubs.add(society.repo.getOrThrow(society.schemas.clubs, club.id()));
        }
        return clubs;
    }

    private Society society() {
        bench().needs(Capability.MEMBERSHIP);
        return new Society(bench(), Modes.USUAL);
    }

    private static void assertTheirOwn(List<Club> loaded) {
        for (int i = 0; i < OWNERS; i++) {
            Club club = loaded.get(i);
            assertThat(club.name()).isEqualTo("club" + i);
            assertThat(club.members().list())
                    .hasSize(i % 3)
                    .allMatch(member -> member.name().startsWith(club.name() + " "));
        }
    }

    @Test
    @DisplayName("PL1 each of many owners gets its own records, in one query or in several")
    void eachOwnerGetsItsOwn() {
        Society society = society();
        List<Club> clubs = clubs(society);
        assertTheirOwn(society.repo.preload(clubs, society.schemas.clubs.members));
        Repo inBatches = society.repo.withPreloading(Preloading.USUAL.withBatchSize(5));
        assertTheirOwn(inBatches.preload(clubs, society.schemas.clubs.members));
    }

    @Test
    @DisplayName(
            "PL8 each owner gets its own in whatever order a store returns the rows, at each level and through joins")
    void theOrderOfRowsDoesNotMatter() {
        Society society = withBadges(society());
        var clubs = society.schemas.clubs;
        clubs(society);
        long seed = System.nanoTime();
        Repo shuffled = Repo.over(new AnyOrder(bench().adapter(), new Random(seed)))
                .with(Options.none().allowScan());
        for (int round = 0; round < 5; round++) {
            List<Club> read = shuffled.all(from(clubs)
                    .allowScan()
                    .preload(clubs.members, members -> members.preload(society.schemas.members.badges))
                    .preload(clubs.badges));
            assertThat(read).as("seed %d", seed).hasSize(OWNERS + 2).allSatisfy(club -> {
                assertThat(club.members().list())
                        .allMatch(member -> member.name().startsWith(club.name() + " "));
                assertThat(club.badges().list()).allMatch(badge -> badge.label().startsWith(club.name() + " "));
            });
            assertThat(read.stream()
                            .mapToInt(club -> club.members().list().size())
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(OWNERS + 4);
        }
    }

    @Test
    @DisplayName("PL2 the record that others refer to is read for each of them, and the one that refers to each")
    void toOneIsReadBothWays() {
        Society society = society();
        Club go = society.insert(society.schemas.clubs.cast(
                Map.of("name", "Go", "charter", Map.of("text", "rules"), "members", Society.members("Ada", "Bob"))));
        society.insert(society.schemas.members.change().put(society.schemas.members.name, "Zoe"));
        List<Member> members = society.repo.preload(
                society.repo.all(from(society.schemas.members).allowScan()), society.schemas.members.club);
        assertThat(members)
                .extracting(member -> member.name() + " "
                        + member.club().get().map(Club::name).orElse("-"))
                .containsExactlyInAnyOrder("Ada Go", "Bob Go", "Zoe -");
        Club read = society.repo.getOrThrow(society.schemas.clubs, go.id());
        assertThat(society.repo
                        .preload(List.of(read), society.schemas.clubs.charter)
                        .get(0)
                        .charter()
                        .orElseThrow()
                        .text())
                .isEqualTo("rules");
    }

    @Test
    @DisplayName("PL3 records that rows of a join relate are read for each of several owners")
    void joinsAreRead() {
        Society society = society();
        var clubs = society.schemas.clubs;
        Club go = society.insert(
                clubs.cast(Map.of("name", "Go", "topics", List.of(Map.of("word", "a"), Map.of("word", "b")))));
        Topic shared = go.topics().list().get(1);
        Club chess = society.insert(clubs.change().put(clubs.name, "Chess").putAssoc(clubs.topics, List.of(shared)));
        List<Club> read = List.of(society.repo.getOrThrow(clubs, go.id()), society.repo.getOrThrow(clubs, chess.id()));
        List<Club> loaded = society.repo.preload(read, clubs.topics);
        assertThat(loaded.get(0).topics().list()).extracting(Topic::word).containsExactlyInAnyOrder("a", "b");
        assertThat(loaded.get(1).topics().list()).extracting(Topic::word).containsExactly("b");
    }

    private static Society withBadges(Society society) {
        for (String name : List.of("Go", "Chess")) {
            society.insert(society.schemas.clubs.cast(Map.of(
                    "name",
                    name,
                    "members",
                    List.of(
                            Map.of("name", name + " Ada", "badges", List.of(Map.of("label", name + " gold"))),
                            Map.of("name", name + " Bob")))));
        }
        return society;
    }

    @Test
    @DisplayName("PL4 a preload goes on below the records that it reads, and through them")
    void preloadsGoOnBelow() {
        Society society = withBadges(society());
        var schemas = society.schemas;
        List<Club> clubs = society.repo.all(from(schemas.clubs)
                .allowScan()
                .preload(schemas.clubs.members, members -> members.preload(schemas.members.badges))
                .preload(schemas.clubs.badges));
        assertThat(clubs).hasSize(2).allSatisfy(club -> {
            assertThat(Society.named(club, club.name() + " Ada").badges().list())
                    .extracting(Badge::label)
                    .containsExactly(club.name() + " gold");
            assertThat(Society.named(club, club.name() + " Bob").badges().list())
                    .isEmpty();
            assertThat(club.badges().list()).extracting(Badge::label).containsExactly(club.name() + " gold");
        });
    }

    @Test
    @DisplayName("PL5 a query of a preload narrows the records of every owner")
    void aQueryNarrows() {
        bench().needs(Capability.EQUALITY);
        Society society = society();
        var members = society.schemas.members;
        List<Club> clubs = List.of(society.club("Go", "Ada", "Bob"), society.club("Chess", "Bob", "Cleo"));
        Preload<Club, Member> bobs = Preload.of(
                        society.schemas.clubs.members, (Query<Member> all) -> all.where(members.name.eq("Bob")))
                .force();
        assertThat(society.repo.preload(clubs, bobs))
                .allSatisfy(club -> assertThat(club.members().list())
                        .extracting(Member::name)
                        .containsExactly("Bob"));
    }

    private static Preload<Club, Member> lastTwo(Society society) {
        return Preload.of(
                        society.schemas.clubs.members,
                        (Query<Member> all) -> all.orderBy(society.schemas.members.rank.desc()))
                .limitPerOwner(2)
                .force();
    }

    @Test
    @DisplayName("PL6 a limit counts for each owner, in the order of the preload's query")
    void aLimitCountsForEachOwner() {
        Society society = society();
        List<Club> clubs = List.of(society.club("Go", "a", "b", "c"), society.club("Chess", "d"), society.club("None"));
        Repo repo = bench().claims(Capability.ORDER)
                ? society.repo
                : society.repo.with(Options.none().clientSide(100));
        assertThat(repo.preload(clubs, lastTwo(society)))
                .extracting(
                        club -> club.members().list().stream().map(Member::name).toList())
                .containsExactly(List.of("c", "b"), List.of("d"), List.of());
    }

    @Test
    @DisplayName("PL7 an order that the store does not have is refused in a preload as in any query, before it is read")
    void anOrderIsRefusedAsInAnyQuery() {
        String refusal = bench().profile()
                .refusal(Capability.ORDER)
                .orElseGet(() -> Assumptions.abort(bench().profile().store() + " claims ORDER"));
        Society society = society();
        List<Club> clubs = List.of(society.club("Go", "a"));
        bench().leftUntouched(() -> assertThatThrownBy(() -> society.repo.preload(clubs, lastTwo(society)))
                .isInstanceOf(UnsupportedQueryException.class)
                .hasMessageContaining(refusal));
    }

    @Test
    @DisplayName("PL9 the records that owners have in an association are a query, of every kind of association")
    void theRecordsOfOwnersAreAQuery() {
        Society society = withBadges(society());
        var clubs = society.schemas.clubs;
        List<Club> all = society.repo.all(from(clubs).allowScan());
        Club go = all.stream()
                .filter(club -> club.name().equals("Go"))
                .findFirst()
                .orElseThrow();
        assertThat(society.repo.all(Query.assoc(clubs.members, go)))
                .extracting(Member::name)
                .containsExactlyInAnyOrder("Go Ada", "Go Bob");
        assertThat(society.repo.all(Query.assoc(clubs.members, all))).hasSize(4);
        assertThat(society.repo.all(society.repo.assoc(clubs.badges, List.of(go))))
                .extracting(Badge::label)
                .containsExactly("Go gold");
        society.insert(clubs.cast(Map.of("name", "Chess", "topics", List.of(Map.of("word", "games")))));
        assertThat(society.repo.all(society.repo.assoc(
                        clubs.topics, society.repo.all(from(clubs).allowScan()))))
                .extracting(Topic::word)
                .containsExactly("games");
    }
}
