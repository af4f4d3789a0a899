package dev.ectype.tck.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ectype.changeset.Action;
import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.Related;
import dev.ectype.changeset.Result;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.tck.harness.ContractTest;
import dev.ectype.tck.profile.Capability;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Records that belong together, written together: all of them or none, or one by one where the caller allows it. */
public abstract class AssociationWriteContract extends ContractTest {

    private Society society() {
        return new Society(bench(), Modes.USUAL);
    }

    @Test
    @DisplayName(
            "RW1 an owner that is cast with everything that belongs to it is stored with it, and read back with it")
    void ownersAreCastWithTheirRecords() {
        Society society = society();
        Club written = society.insert(society.schemas.clubs.cast(Map.of(
                "name",
                "Go",
                "charter",
                Map.of("text", "be kind"),
                "members",
                Society.members("Ada", "Bob"),
                "topics",
                List.of(Map.of("word", "games")))));
        assertThat(written.members().list()).extracting(Member::clubId).containsOnly(written.id());
        assertThat(written.charter().orElseThrow().clubId()).isEqualTo(written.id());
        assertThat(society.storedMembers()).containsExactly("Ada", "Bob");
        assertThat(society.storedCharters()).containsExactly("be kind");
        assertThat(society.storedTopics()).containsExactly("games");
        assertThat(society.stored(society.schemas.clubTopics, row -> row.clubId() + row.topic()))
                .containsExactly(written.id() + "games");
    }

    @Test
    @DisplayName("RW2 what a record refers to is written first, and its key is in the record")
    void whatARecordRefersToIsWrittenFirst() {
        Society society = society();
        var members = society.schemas.members;
        Member written = society.insert(members.change()
                .cast(Map.of("name", "Ada", "club", Map.of("name", "Go")), members.name)
                .castAssoc(members.club));
        assertThat(written.clubId()).isEqualTo(written.club().orElseThrow().id());
        assertThat(society.stored(society.schemas.clubs, club -> club.id() + club.name()))
                .containsExactly(written.clubId() + "Go");
        assertThat(society.storedMembers()).containsExactly("Ada");
    }

    @Test
    @DisplayName("RW3 records that are put and are there already are related, new ones are added")
    void recordsThatArePutAreRelatedOrAdded() {
        Society society = society();
        var schemas = society.schemas;
        Member known = society.insert(schemas.members.change().put(schemas.members.name, "Ada"));
        Topic games = society.insert(schemas.topics.change().put(schemas.topics.word, "games"));
        Changeset<Topic> added = schemas.topics.change().put(schemas.topics.word, "chess");
        Club written = society.insert(schemas.clubs
                .change()
                .put(schemas.clubs.name, "Go")
                .putRelated(
                        schemas.clubs.members, List.of(Related.record(known), Related.values(Map.of("name", "Bob"))))
                .putRelated(schemas.clubs.topics, List.of(Related.record(games), Related.changeset(added))));
        assertThat(society.storedMembers()).containsExactly("Ada", "Bob");
        assertThat(society.repo.getOrThrow(schemas.members, known.id()).clubId())
                .isEqualTo(written.id());
        assertThat(society.storedTopics()).containsExactly("chess", "games");
        assertThat(society.storedClubTopics()).containsExactly("chess", "games");
    }

    @Test
    @DisplayName("RW4 records of related records are written with them, at any depth")
    void anyDepthIsWritten() {
        Society society = society();
        Club written = society.insert(society.schemas.clubs.cast(Map.of(
                "name",
                "Go",
                "members",
                List.of(Map.of("name", "Ada", "badges", List.of(Map.of("label", "gold"), Map.of("label", "oak")))))));
        Member ada = written.members().list().get(0);
        assertThat(society.stored(society.schemas.badges, badge -> badge.label() + badge.memberId()))
                .containsExactly("gold" + ada.id(), "oak" + ada.id());
    }

    @Test
    @DisplayName(
            "RW5 an update of an owner changes the related records that changed, adds the new, and leaves the others")
    void anUpdateChangesWhatChanged() {
        Society society = society();
        Club club = society.club("Go", "Ada", "Bob");
        Changeset<Club> changed = society.schemas.clubs.cast(
                club,
                Map.of(
                        "members",
                        List.of(
                                Map.of("id", Society.named(club, "Ada").id().toString(), "name", "Adele"),
                                Map.of("id", Society.named(club, "Bob").id().toString()),
                                Map.of("name", "Cleo"))));
        Club written = society.repo.updateOrThrow(changed);
        assertThat(written.members().list()).extracting(Member::name).containsExactly("Adele", "Bob", "Cleo");
        assertThat(society.storedMembers()).containsExactly("Adele", "Bob", "Cleo");
    }

    /** Returns a club whose second member has a key that is taken. */
    private static Changeset<Club> clashing(Society society) {
        Member taken = society.insert(society.schemas.members.change().put(society.schemas.members.name, "Zoe"));
        return society.schemas.clubs.cast(Map.of(
                "name",
                "Go",
                "members",
                List.of(Map.of("name", "Ada"), Map.of("id", taken.id().toString(), "name", "Bob"))));
    }

    @Test
    @DisplayName(
            "RW6 a rule of the store that one related record breaks is an error at its place, and nothing is written")
    void aBrokenRuleIsToldAtItsPlace() {
        Society society = society();
        Assumptions.assumeTrue(Society.writesTogether(bench()));
        Result<Club> result = society.repo.insert(clashing(society));
        assertThat(result).isInstanceOf(Result.Invalid.class);
        assertThat(((Result.Invalid<Club>) result).changeset().allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactly("members[1].id has already been taken");
        assertThat(society.storedClubs()).isEmpty();
        assertThat(society.storedMembers()).containsExactly("Zoe alone");
    }

    @Test
    @DisplayName("RW7 a stale related record makes its owner stale, and nothing is written")
    void aStaleRecordUndoesAll() {
        Society society = society();
        Assumptions.assumeTrue(Society.writesTogether(bench()));
        Club club = society.club("Go", "Ada", "Bob");
        Member bob = Society.named(club, "Bob");
        society.repo.delete(society.schemas.members, bob).orElseThrow();
        Result<Club> result = society.repo.update(society.schemas.clubs.cast(
                club,
                Map.of(
                        "name",
                        "Chess",
                        "members",
                        List.of(
                                Map.of("id", Society.named(club, "Ada").id().toString(), "name", "Adele"),
                                Map.of("id", bob.id().toString(), "name", "Bert")))));
        assertThat(result).isInstanceOf(Result.Stale.class);
        assertThat(society.storedClubs()).containsExactly("Go");
        assertThat(society.storedMembers()).containsExactly("Ada");
    }

    @Test
    @DisplayName("RW8 where a store writes nothing together, several records are refused before the first is written")
    void severalRecordsAreRefusedWhereNothingIsWrittenTogether() {
        Society society = society();
        Assumptions.assumeFalse(Society.writesTogether(bench()));
        Changeset<Club> club = society.schemas.clubs.cast(Map.of("name", "Go", "members", Society.members("Ada")));
        Throwable refused =
                bench().untouched(() -> catchThrowable(() -> bench().repo().insert(club)));
        assertThat(refused)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("this store does not write together")
                .hasMessageContaining("withoutTransaction()");
        assertThat(((MappingException) refused).kind()).isEqualTo(Kind.UNSUPPORTED);
        society.assertEmpty();
    }

    @Test
    @DisplayName("RW9 written one by one, as the caller allows, what went well before a failure stays")
    void whatWentWellStaysWhereTheCallerAllowsIt() {
        Society society = society();
        Assumptions.assumeFalse(Society.writesTogether(bench()));
        assertThat(society.repo.insert(clashing(society))).isInstanceOf(Result.Invalid.class);
        assertThat(society.storedClubs()).containsExactly("Go");
        assertThat(society.storedMembers()).containsExactly("Ada", "Zoe alone");
    }

    @Test
    @DisplayName("RW10 an owner that is only one record needs nothing of the store")
    void oneRecordNeedsNothing() {
        Society society = society();
        Changeset<Club> alone = society.schemas.clubs.cast(Map.of("name", "Go"));
        Club club = bench().repo().insertOrThrow(alone);
        Related<Member> later = Related.changeset(society.schemas
                .members
                .change()
                .put(society.schemas.members.name, "Ada")
                .withAction(Action.INSERT));
        bench().repo()
                .updateOrThrow(society.schemas
                        .clubs
                        .change(society.repo
                                .preload(List.of(club), society.schemas.clubs.members)
                                .get(0))
                        .putRelated(society.schemas.clubs.members, List.of(later)));
        assertThat(society.storedMembers()).containsExactly("Ada");
    }

    @Test
    @DisplayName(
            "RW11 association constraints are looked into in the transaction of a write, and refused where there is"
                    + " none")
    void associationConstraintsAreLookedIntoOrRefused() {
        Society society = society();
        var members = society.schemas.members;
        Changeset<Member> dangling = members.change()
                .put(members.name, "Ada")
                .put(members.clubId, UUID.randomUUID())
                .assocConstraint(members.club);
        if (bench().claims(Capability.TRANSACTIONS)) {
            assertThat(bench().repo().insert(dangling)).isInstanceOf(Result.Invalid.class);
        } else {
            assertThat(bench().untouched(
                                    () -> catchThrowable(() -> bench().repo().insert(dangling))))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("an association constraint is looked into in the transaction of its write");
        }
        assertThat(society.repo.withoutTransaction().insert(dangling)).isInstanceOf(Result.Invalid.class);
        assertThat(society.storedMembers()).isEmpty();
        Club club = society.club("Go", "Ada");
        var clubs = society.schemas.clubs;
        Changeset<Club> needed = clubs.change(club).noAssocConstraint(clubs.members);
        assertThat(society.repo.withoutTransaction().delete(needed)).isInstanceOf(Result.Invalid.class);
        assertThat(society.storedClubs()).containsExactly("Go");
    }
}
