package dev.ectype.tck.association;

import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ectype.changeset.Changeset;
import dev.ectype.changeset.OnReplace;
import dev.ectype.changeset.Result;
import dev.ectype.schema.OnDelete;
import dev.ectype.tck.harness.ContractTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of related records that others replace, and of those whose owner is deleted: every mode on every store. */
public abstract class AssociationReplaceContract extends ContractTest {

    private Society replacing(OnReplace mode) {
        return new Society(bench(), Modes.replacing(mode));
    }

    private Society deleting(OnDelete mode) {
        return new Society(bench(), Modes.deleting(mode));
    }

    /** Casts a club that keeps Ada, loses Bob and gets Cleo. */
    private static Changeset<Club> withoutBob(Society society, Club club) {
        Map<String, String> ada = Map.of("id", Society.named(club, "Ada").id().toString());
        return society.schemas.clubs.cast(club, Map.of("members", List.of(ada, Map.of("name", "Cleo"))));
    }

    @Test
    @DisplayName("RR1 unless it is said what becomes of them, records that are left out are an error, or an exception")
    void leavingOutIsAnErrorUnlessSaid() {
        Society society = replacing(OnReplace.MARK_AS_INVALID);
        Club club = society.club("Go", "Ada", "Bob");
        Changeset<Club> changeset = withoutBob(society, club);
        Result<Club> result = bench().untouched(() -> society.repo.update(changeset));
        assertThat(((Result.Invalid<Club>) result).changeset().allErrors())
                .extracting(error -> error.path() + " " + error.message())
                .containsExactly("members is invalid");
        assertThat(society.storedMembers()).containsExactly("Ada", "Bob");
        Society raising = replacing(OnReplace.RAISE);
        Club other = raising.club("Go", "Ada", "Bob");
        assertThatThrownBy(() -> withoutBob(raising, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onReplace");
        assertThat(raising.storedMembers()).containsExactly("Ada", "Bob");
    }

    @Test
    @DisplayName("RR2 replaced records are deleted where that is declared; if one is gone already, the write is stale")
    void replacedRecordsAreDeleted() {
        Society society = replacing(OnReplace.DELETE);
        Club club = society.club("Go", "Ada", "Bob");
        Club written = society.repo.updateOrThrow(withoutBob(society, club));
        assertThat(written.members().list()).extracting(Member::name).containsExactly("Ada", "Cleo");
        assertThat(society.storedMembers()).containsExactly("Ada", "Cleo");
        Member cleo = Society.named(written, "Cleo");
        society.repo.delete(society.schemas.members, cleo).orElseThrow();
        assertThat(society.repo.update(society.schemas.clubs.cast(written, Map.of("members", List.of()))))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    @DisplayName("RR3 replaced records that need not exist are deleted if they do")
    void replacedRecordsNeedNotExist() {
        Society society = replacing(OnReplace.DELETE_IF_EXISTS);
        Club club = society.club("Go", "Ada", "Bob");
        society.repo.delete(society.schemas.members, Society.named(club, "Bob")).orElseThrow();
        society.repo.updateOrThrow(withoutBob(society, club));
        assertThat(society.storedMembers()).containsExactly("Ada", "Cleo");
    }

    @Test
    @DisplayName("RR4 replaced records lose what refers to their owner where that is declared, and stay")
    void replacedRecordsLoseTheirReference() {
        Society society = replacing(OnReplace.NILIFY);
        Club club = society.club("Go", "Ada", "Bob");
        society.repo.updateOrThrow(withoutBob(society, club));
        assertThat(society.storedMembers()).containsExactly("Ada", "Bob alone", "Cleo");
    }

    /** Replaces the charter of a club and returns what is stored then. */
    private static List<String> chartersAfter(Society society) {
        Club club = society.insert(society.schemas.clubs.cast(Map.of("name", "Go", "charter", Map.of("text", "old"))));
        society.repo.updateOrThrow(society.schemas.clubs.cast(club, Map.of("charter", Map.of("text", "new"))));
        return society.storedCharters();
    }

    @Test
    @DisplayName("RR5 the one record of an owner makes place for another as declared: deleted, left alone, changed")
    void theOneRecordMakesPlace() {
        assertThat(chartersAfter(replacing(OnReplace.DELETE))).containsExactly("new");
        assertThat(chartersAfter(replacing(OnReplace.DELETE_IF_EXISTS))).containsExactly("new");
        assertThat(chartersAfter(replacing(OnReplace.NILIFY))).containsExactly("new", "old alone");
        assertThat(chartersAfter(replacing(OnReplace.UPDATE))).containsExactly("new");
    }

    /** Replaces the club of a member and returns which are stored then. */
    private static List<String> clubsAfter(Society society) {
        Club club = society.club("Go", "Ada");
        Member ada = society.repo
                .preload(List.of(Society.named(club, "Ada")), society.schemas.members.club)
                .get(0);
        Member moved = society.repo.updateOrThrow(society.schemas
                .members
                .change(ada)
                .cast(Map.of("club", Map.of("name", "Chess")))
                .castAssoc(society.schemas.members.club));
        Club now = moved.club().orElseThrow();
        assertThat(society.repo.getOrThrow(society.schemas.members, ada.id()).clubId())
                .isEqualTo(now.id());
        return society.storedClubs();
    }

    @Test
    @DisplayName("RR6 what a record refers to is replaced as declared: deleted after it is left, left alone, changed")
    void whatARecordRefersToIsReplaced() {
        assertThat(clubsAfter(replacing(OnReplace.DELETE))).containsExactly("Chess");
        assertThat(clubsAfter(replacing(OnReplace.NILIFY))).containsExactly("Chess", "Go");
        assertThat(clubsAfter(replacing(OnReplace.UPDATE))).containsExactly("Chess");
    }

    @Test
    @DisplayName("RR7 rows of a join are added and removed, and never the records that they relate")
    void rowsOfAJoinAreRemoved() {
        Society society = replacing(OnReplace.DELETE);
        Club club = society.insert(society.schemas.clubs.cast(
                Map.of("name", "Go", "topics", List.of(Map.of("word", "games"), Map.of("word", "chess")))));
        Club other = society.insert(society.schemas.clubs.cast(Map.of("name", "Other")));
        Topic games = club.topics().list().get(0);
        society.repo.updateOrThrow(society.schemas
                .clubs
                .change(society.repo
                        .preload(List.of(other), society.schemas.clubs.topics)
                        .get(0))
                .putAssoc(society.schemas.clubs.topics, List.of(games)));
        society.repo.updateOrThrow(society.schemas
                .clubs
                .change(club)
                .putAssoc(
                        society.schemas.clubs.topics,
                        List.of(club.topics().list().get(1))));
        assertThat(society.stored(society.schemas.clubTopics, row -> row.topic() + row.clubId()))
                .containsExactlyInAnyOrder("chess" + club.id(), "games" + other.id());
        assertThat(society.storedTopics()).containsExactly("chess", "games");
    }

    /** Deletes one of two clubs that have everything. */
    private static void deleteOne(Society society) {
        for (String name : List.of("Go", "Chess")) {
            society.insert(society.schemas.clubs.cast(Map.of(
                    "name",
                    name,
                    "charter",
                    Map.of("text", name + " rules"),
                    "members",
                    Society.members(name + " Ada", name + " Bob"),
                    "topics",
                    List.of(Map.of("word", name + " games")))));
        }
        Club go = society.repo.all(from(society.schemas.clubs).allowScan()).stream()
                .filter(club -> club.name().equals("Go"))
                .findFirst()
                .orElseThrow();
        society.repo.delete(society.schemas.clubs, go).orElseThrow();
        assertThat(society.storedClubs()).containsExactly("Chess");
        assertThat(society.storedTopics()).containsExactly("Chess games", "Go games");
    }

    @Test
    @DisplayName("RR8 with their owner, the related records and rows of joins are deleted where that is declared")
    void relatedRecordsAreDeletedWithTheirOwner() {
        Society society = deleting(OnDelete.DELETE_ALL);
        deleteOne(society);
        assertThat(society.storedMembers()).containsExactly("Chess Ada", "Chess Bob");
        assertThat(society.storedCharters()).containsExactly("Chess rules");
        assertThat(society.storedClubTopics()).containsExactly("Chess games");
    }

    @Test
    @DisplayName("RR9 when their owner is deleted, related records lose what refers to it where that is declared")
    void relatedRecordsLoseTheirReferenceWithTheirOwner() {
        Society society = deleting(OnDelete.NILIFY_ALL);
        deleteOne(society);
        assertThat(society.storedMembers()).containsExactly("Chess Ada", "Chess Bob", "Go Ada alone", "Go Bob alone");
        assertThat(society.storedCharters()).containsExactly("Chess rules", "Go rules alone");
    }

    @Test
    @DisplayName("RR10 when their owner is deleted, related records stay as they are unless something is declared")
    void relatedRecordsStay() {
        Society society = deleting(OnDelete.NOTHING);
        deleteOne(society);
        assertThat(society.storedMembers()).containsExactly("Chess Ada", "Chess Bob", "Go Ada", "Go Bob");
        assertThat(society.storedCharters()).containsExactly("Chess rules", "Go rules");
        assertThat(society.storedClubTopics()).containsExactly("Chess games", "Go games");
    }
}
