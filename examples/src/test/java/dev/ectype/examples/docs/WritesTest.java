package dev.ectype.examples.docs;

import static dev.ectype.examples.writing.Members.MEMBERS;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.adapter.inmemory.InMemoryAdapter;
import dev.ectype.changeset.Changeset;
import dev.ectype.examples.writing.Basket;
import dev.ectype.examples.writing.Baskets;
import dev.ectype.examples.writing.Member;
import dev.ectype.examples.writing.Members;
import dev.ectype.examples.writing.Writes;
import dev.ectype.repo.Repo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritesTest {
    private final Repo repo = Repo.over(InMemoryAdapter.create());

    private Member joined(String email, int visits) {
        return repo.insertOrThrow(Members.changeset(MEMBERS.change(), Map.of("email", email, "visits", visits)));
    }

    @Test
    void aTakenAddressIsShownBesideItsField() {
        Map<String, String> params = Map.of("email", "ada@example.org");
        assertThat(Writes.join(repo, params)).isEmpty();
        assertThat(Writes.join(repo, params)).containsExactly("has already been taken");
        assertThat(Writes.join(repo, Map.of("email", "nowhere"))).containsExactly("has invalid format");
    }

    @Test
    void ofTwoWhoChangeOneMemberTheSecondIsTold() {
        Member member = joined("ada@example.org", 0);
        assertThat(Writes.renameOnce(repo, member, "Ada")).isEqualTo("renamed");
        Member read = repo.getOrThrow(MEMBERS, member.id());
        assertThat(Writes.renameOnce(repo, read, "Lady Ada")).isEqualTo("renamed");
        assertThat(Writes.renameOnce(repo, read, "Countess")).isEqualTo("somebody changed this member meanwhile");
        assertThat(Writes.renameInForm(repo, read, "Countess")).containsExactly("was changed by somebody else");
        assertThat(Writes.rename(repo, read, "Ada Lovelace").name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void visitsAreCountedOfNewAndKnownMembers() {
        assertThat(Writes.visit(repo, "ada@example.org")).isEqualTo("INSERTED, visits: 1");
        assertThat(Writes.visit(repo, "ada@example.org")).isEqualTo("UPDATED, visits: 2");
    }

    @Test
    void aListIsTakenOverRowByRow() {
        joined("ada@example.org", 7);
        List<Changeset<Member>> list = List.of(
                Members.changeset(MEMBERS.change(), Map.of("email", "ada@example.org", "name", "Ada")),
                Members.changeset(MEMBERS.change(), Map.of("email", "bob@example.org")),
                Members.changeset(MEMBERS.change(), Map.of("email", "nowhere")));
        assertThat(Writes.takeOver(repo, list)).isEqualTo("1 new, 1 known, [2] refused");
        Member ada = repo.oneOrThrow(from(MEMBERS).where(MEMBERS.email.eq("ada@example.org")));
        assertThat(ada.visits()).isEqualTo(7);
        assertThat(ada.name()).isEqualTo("Ada");
    }

    @Test
    void manyAreChangedAtOnce() {
        joined("often@example.org", 12);
        joined("never@example.org", 0);
        assertThat(Writes.reward(repo)).isEqualTo(1);
        assertThat(repo.all(from(MEMBERS).allowScan()))
                .extracting(Member::badges)
                .containsExactly(List.of("regular"));
    }

    @Test
    void elementsAreChangedWhereverTheyAre() {
        Map<String, Object> pen = Map.of("sku", "pen", "state", "there");
        Map<String, Object> ink = Map.of("sku", "ink", "state", "there");
        repo.insertOrThrow(Baskets.changeset(Map.of("id", 1, "items", List.of(pen, ink))));
        repo.insertOrThrow(Baskets.changeset(Map.of("id", 2, "items", List.of(ink))));
        repo.insertOrThrow(Baskets.changeset(Map.of("id", 3)));
        assertThat(Writes.soldOut(repo, "pen")).isEqualTo(1);
        assertThat(repo.getOrThrow(Baskets.BASKETS, 1).items())
                .containsExactly(new Basket.Item("pen", "gone"), new Basket.Item("ink", "there"));
        assertThat(repo.getOrThrow(Baskets.BASKETS, 2).items()).containsExactly(new Basket.Item("ink", "there"));
    }
}
